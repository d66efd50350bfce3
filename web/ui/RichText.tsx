import { splitLinks } from './split-links.ts';

/** Long plain text as people write it: empty lines part paragraphs, addresses become links. There is no markup, so nothing can be smuggled in. */
export function RichText({ text }: { text: string }) {
  return (
    <div className="richtext">
      {text
        .split(/\n\s*\n/)
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph, index) => (
          <p key={index}>
            {splitLinks(paragraph.trim()).map((part, place) =>
              part.href ? (
                <a key={place} className="link" href={part.href} rel="noopener nofollow ugc" target="_blank">
                  {part.text}
                </a>
              ) : (
                part.text
              ),
            )}
          </p>
        ))}
    </div>
  );
}
