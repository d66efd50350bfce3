import type { Database } from '../../platform/database/database.ts';

/** The SCHAC codes of the organisations of a network, both ways. */
export interface HeiCodes {
  heiIdOf: ReadonlyMap<string, string>;
  organisationOf: ReadonlyMap<string, { id: string; name: string }>;
}

/**
 * Codes of organisations: those given, by code, else the domain of the web address in the register. One query over the
 * whole register, which has thousands of organisations at most.
 */
export async function readHeiCodes(db: Database, given: Readonly<Record<string, string>> = {}): Promise<HeiCodes> {
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'website'])
    .where('archived_at', 'is', null)
    .execute();
  const heiIdOf = new Map<string, string>();
  for (const { id, website } of rows) {
    const code = domainOf(website);
    if (code !== undefined) heiIdOf.set(id, code);
  }
  for (const [code, id] of Object.entries(given)) heiIdOf.set(id, code);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const organisationOf = new Map([...heiIdOf].map(([id, code]) => [code, { id, name: names.get(id) ?? code }]));
  return { heiIdOf, organisationOf };
}

function domainOf(website: string | null): string | undefined {
  if (website === null || !URL.canParse(website)) return undefined;
  return new URL(website).hostname.replace(/^www\./, '') || undefined;
}
