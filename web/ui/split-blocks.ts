/** A paragraph, or the items of a list. */
export type TextBlock = { paragraph: string } | { items: string[] };

const item = /^\s*[-–•*]\s+/;

/** Plain text as people write it: empty lines part paragraphs, and lines that begin with a dash are a list. */
export function splitBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const part of text.split(/\n\s*\n/)) {
    let last: TextBlock | undefined;
    for (const line of part.split('\n').filter((one) => one.trim() !== '')) {
      if (item.test(line)) {
        const words = line.replace(item, '').trim();
        if (last && 'items' in last) last.items.push(words);
        else blocks.push((last = { items: [words] }));
      } else if (last && 'paragraph' in last) last.paragraph += `\n${line}`;
      else blocks.push((last = { paragraph: line.trim() }));
    }
  }
  return blocks;
}
