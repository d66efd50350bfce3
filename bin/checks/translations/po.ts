/** The messages of a PO file by context and id, with their translation; obsolete ones are left out. */
export function readMessages(po: string): Map<string, string> {
  const messages = new Map<string, string>();
  for (const entry of po.split(/\n\s*\n/)) {
    const id = field(entry, 'msgid');
    if (id) messages.set(`${field(entry, 'msgctxt') ?? ''}\u0004${id}`, field(entry, 'msgstr') ?? '');
  }
  return messages;
}

/** What a catalogue lacks or has too much, compared with what the sources say now; one line each. */
export function findMissing(
  fresh: Map<string, string>,
  committed: Map<string, string>,
  { isSource }: { isSource: boolean },
): string[] {
  const problems: string[] = [];
  for (const key of fresh.keys()) {
    const translation = committed.get(key);
    if (translation === undefined) problems.push(`“${text(key)}” is missing; run npm run i18n`);
    else if (translation === '' && !isSource) problems.push(`“${text(key)}” is not translated`);
  }
  for (const key of committed.keys())
    if (!fresh.has(key)) problems.push(`“${text(key)}” is no longer used; run npm run i18n`);
  return problems;
}

function text(key: string): string {
  return key.slice(key.indexOf('\u0004') + 1);
}

/** A field may continue over lines: `msgid ""` followed by quoted parts. */
function field(entry: string, name: string): string | undefined {
  const match = new RegExp(`^${name} ((?:"(?:[^"\\\\]|\\\\.)*"\\s*)+)`, 'm').exec(entry);
  if (!match) return undefined;
  const parts = [...(match[1] ?? '').matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((part) => part[1] ?? '');
  return parts.join('').replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));
}
