import type { ImportKind, ImportSummary } from '@collegium/contract/imports.ts';
import type { TestApp } from '../testing/app.ts';
import type { TestMember } from '../testing/world.ts';
import { importFile, type ImportOptions } from './import-file.ts';
import { parseMapping } from './mapping.ts';

type Given = Partial<Omit<ImportOptions, 'mapping' | 'kind'>> & { mapping?: object };

/** Imports a text, or bytes, as the administrator of a test world. */
export function importText(
  world: TestApp,
  actor: TestMember,
  kind: ImportKind,
  content: string | Uint8Array | Iterable<Uint8Array>,
  { mapping, ...options }: Given = {},
): Promise<ImportSummary> {
  return importFile({ ...world.scopeOf(), actor }, portionsOf(content), {
    kind,
    fileName: 'test.csv',
    mapping: mapping && parseMapping(JSON.stringify(mapping), kind),
    ...options,
  });
}

async function* portionsOf(content: string | Uint8Array | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (typeof content === 'string') yield Buffer.from(content);
  else if (content instanceof Uint8Array) yield content;
  else yield* content;
}

/** How many rows each table holds that an import may write to. */
export async function countOf(
  world: TestApp,
  table: 'organisation' | 'offer' | 'membership' | 'import' | 'audit_event',
) {
  const { n } = await world.network
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}
