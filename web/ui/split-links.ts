/** A piece of text; `href` when it is an address. */
export interface TextPart {
  text: string;
  href?: string;
}

const address = /https?:\/\/[^\s<>"“”]+/g;

/** Text with its web addresses told apart. Only http and https become links; a sentence's full stop or bracket stays outside. */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const href = trimEnd(match[0]);
    if (!URL.canParse(href)) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: href, href });
    end = match.index + href.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

function trimEnd(href: string): string {
  const trimmed = href.replace(/[.,;:!?。，；：！？、]+$/u, '');
  const isOpen = trimmed.endsWith(')') && !trimmed.includes('(');
  return isOpen ? trimEnd(trimmed.slice(0, -1)) : trimmed;
}
