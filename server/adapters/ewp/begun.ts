import { sql } from 'kysely';
import { visibleAgreements } from '../../agreements/policy.ts';
import type { MemberScope } from '../../platform/scope.ts';
import type { Iia } from './iia.ts';
import { identifiersKey } from './iias-of-record.ts';

/** An agreement that was begun from a file, and one of the numbers that it has elsewhere. */
export interface Begun {
  id: string;
  reference: string;
  heiId: string;
  iiaId: string;
}

/** Agreements that the actor may see and that have one of the numbers of these. */
export async function readBegun(scope: MemberScope, iias: readonly Iia[]): Promise<Begun[]> {
  const numbers = iias.flatMap(({ partners }) => partners.flatMap(({ iiaId }) => iiaId ?? []));
  if (numbers.length === 0) return [];
  const field = sql`jsonb_array_elements(draft_clause.body -> 'fields')`.as<'field'>(sql`field`);
  return scope.db
    .selectFrom('draft_clause')
    .innerJoin('agreement_version', 'agreement_version.id', 'draft_clause.agreement_version_id')
    .innerJoin('agreement', 'agreement.id', 'agreement_version.agreement_id')
    .crossJoin(field)
    .select(['agreement.id', 'agreement.reference'])
    .select([sql<string>`field -> 'label' ->> 'en'`.as('heiId'), sql<string>`field ->> 'value'`.as('iiaId')])
    .distinct()
    .where('draft_clause.clause_key', '=', identifiersKey)
    .where(sql<boolean>`field ->> 'value' = any(${numbers}::text[])`)
    .where(visibleAgreements(scope.actor))
    .orderBy('agreement.id')
    .execute();
}

/** Those of them that have a number of this one. */
export function begunFrom({ partners }: Iia, begun: readonly Begun[]): { id: string; reference: string }[] {
  const same = begun.filter((one) => partners.some(({ heiId, iiaId }) => heiId === one.heiId && iiaId === one.iiaId));
  return [...new Map(same.map(({ id, reference }) => [id, { id, reference }])).values()];
}
