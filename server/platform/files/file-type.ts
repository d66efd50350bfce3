import { type FileType, fileTypes } from '@collegium/contract/files.ts';

/** So much of a file tells its type: the entries that tell one office format from another come first. */
export const headBytes = 65_536;

/**
 * The type of a file from its first bytes; undefined when it is none that we take. `isText` says that the whole file is
 * UTF-8 without control characters: then, and only then, the name decides between CSV and plain text.
 */
export async function findFileType(
  head: Uint8Array,
  { name, isText }: { name: string; isText: boolean },
): Promise<FileType | undefined> {
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(head);
  if (found) return fileTypes.find((type) => type === found.mime && !type.startsWith('text/'));
  if (!isText || isMarkup(head)) return undefined;
  return name.toLowerCase().endsWith('.csv') ? 'text/csv' : 'text/plain';
}

/** HTML and SVG are text as well, but somebody's browser might run what is in them. */
function isMarkup(head: Uint8Array): boolean {
  return /^[\s\uFEFF]*<[!?a-z]/i.test(new TextDecoder().decode(head.subarray(0, 1_024)));
}
