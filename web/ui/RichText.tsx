import { splitBlocks } from './split-blocks.ts';
import { splitLinks } from './split-links.ts';

/**
 * Long plain text as people write it: empty lines part paragraphs, lines that begin with a dash are a list, addresses
 * become links. There is no markup, so nothing can be smuggled in.
 */
export function RichText({ text }: { text: string }) {
  return (
    <div className="richtext">
      {splitBlocks(text).map((block, index) =>
        'items' in block ? (
          <ul key={index}>
            {block.items.map((item, place) => (
              <li key={place}>
                <Words text={item} />
              </li>
            ))}
          </ul>
        ) : (
          <p key={index}>
            <Words text={block.paragraph} />
          </p>
        ),
      )}
    </div>
  );
}

function Words({ text }: { text: string }) {
  return splitLinks(text).map((part, place) =>
    part.href ? (
      <a key={place} className="link" href={part.href} rel="noopener nofollow ugc" target="_blank">
        {part.text}
      </a>
    ) : (
      part.text
    ),
  );
}
