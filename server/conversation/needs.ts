import type { NeedKind } from '@collegium/contract/need-kinds.ts';
import type { LocalisedText } from '@collegium/contract/localised-text.ts';
import { sql, type RawBuilder } from 'kysely';
import { schemaOf, type Database } from '../platform/database/database.ts';
import type { Member } from '../platform/scope.ts';
import { coordinatorNeeds } from './needs/coordinator.ts';
import { homeNeeds } from './needs/home.ts';
import { learnerNeeds } from './needs/learner.ts';
import { providerNeeds } from './needs/provider.ts';
import { signatoryNeeds, signingNeeds } from './needs/signing.ts';

export interface NeedRow {
  kind: NeedKind;
  title: LocalisedText;
  concerns: string | null;
  short_mark: string;
  due_at: Date | null;
  count: number;
  path: string;
}

/** What needs are asked about: tables as `${tables}.offer`, the one who asks, and the time. */
export interface Asking {
  tables: RawBuilder<unknown>;
  actor: Member;
  now: Date;
}

const mostNeeds = 60;

/** Everything that waits for the actor, the most urgent first, in one round trip. Worst case: a few index scans per kind of need. */
export async function listNeeds(db: Database, slug: string, actor: Member, now: Date): Promise<NeedRow[]> {
  const asking = { tables: sql.raw(schemaOf(slug)), actor, now };
  const parts = needsOfRole(asking);
  if (parts.length === 0) return [];
  const { rows } = await sql<NeedRow>`
    select * from (${sql.join(parts, sql` union all `)}) need (kind, title, concerns, short_mark, due_at, count, path)
    order by due_at nulls last, kind, path limit ${mostNeeds}`.execute(db);
  return rows;
}

function needsOfRole(asking: Asking): RawBuilder<unknown>[] {
  switch (asking.actor.role) {
    case 'learner':
      return learnerNeeds(asking);
    case 'coordinator':
      return [
        ...coordinatorNeeds(asking),
        ...providerNeeds(asking),
        ...homeNeeds(asking),
        ...signatoryNeeds(asking),
        ...signingNeeds(asking),
      ];
    case 'organisation_administrator':
      return [...providerNeeds(asking), ...homeNeeds(asking), ...signatoryNeeds(asking), ...signingNeeds(asking)];
    case 'teacher':
      return [...providerNeeds(asking), ...homeNeeds(asking), ...signatoryNeeds(asking)];
    case 'host_supervisor':
      return [...providerNeeds(asking), ...signatoryNeeds(asking)];
    case 'network_administrator':
    case 'evaluator':
      return [];
  }
}
