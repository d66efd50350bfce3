import type { AgreementMoved } from '@collegium/contract/agreements/views.ts';
import type { AgreementTerms } from '@collegium/contract/agreements/terms.ts';
import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import { versionMachine } from '@collegium/contract/states/agreement-version.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { readAgreement } from './get-agreement.ts';
import { editableAgreements } from './policy.ts';

const { replace } = versionMachine.moves;

/**
 * Starts the next draft from a version of the same agreement: the one named, else the one that was returned, else the one in
 * force, else the last. What is in force stays in force. Throws agreement.not_found, agreement.version_not_found,
 * agreement.version_open, request.move_not_allowed when the agreement has ended.
 */
export async function startVersion(scope: MemberScope, id: string, basedOn?: number): Promise<AgreementMoved> {
  const now = scope.clock.now();
  const versionId = newId();
  const rows = await change(
    scope,
    (db) =>
      db
        .with('base', (qc) =>
          qc
            .selectFrom('agreement_version as base')
            .innerJoin('agreement', 'agreement.id', 'base.agreement_id')
            .select(['agreement.id', 'base.number', 'base.content', 'base.terms'])
            .select(['agreement.ends_on', 'agreement.in_force_version_id'])
            .select((eb) =>
              eb
                .selectFrom('agreement_version as earlier')
                .select((earlier) => earlier.fn.max('earlier.number').as('number'))
                .whereRef('earlier.agreement_id', '=', 'agreement.id')
                .as('latest'),
            )
            .where('agreement.id', '=', id)
            .where('agreement.state', 'in', [...agreementMachine.groups.open])
            .where('base.content', 'is not', null)
            .where(editableAgreements(scope.actor))
            .$if(basedOn !== undefined, (q) => q.where('base.number', '=', basedOn ?? 0))
            .orderBy(sql`(base.state in ('returned', 'sealed')) desc`)
            .orderBy('base.number', 'desc')
            .limit(1),
        )
        .with('replaced', (qc) =>
          qc
            .updateTable('agreement_version')
            .from('base')
            .set({ state: replace.to, closed_at: now })
            .whereRef('agreement_version.agreement_id', '=', 'base.id')
            .where('agreement_version.state', '=', 'returned')
            .returning('agreement_version.id'),
        )
        .with('started', (qc) =>
          qc
            .insertInto('agreement_version')
            .columns(['id', 'agreement_id', 'number', 'based_on', 'state', 'terms', 'created_at', 'created_by'])
            .expression((eb) =>
              eb
                .selectFrom('base')
                .leftJoin('replaced', (join) => join.onTrue())
                .select([
                  sql<string>`${versionId}::uuid`.as('id'),
                  'base.id as agreement_id',
                  sql<number>`base.latest + 1`.as('number'),
                  'base.number as based_on',
                  sql<'draft'>`${versionMachine.initial}::text`.as('state'),
                  sql<AgreementTerms>`case when base.in_force_version_id is null then base.terms
                    else jsonb_set(base.terms, '{endsOn}', coalesce(to_jsonb(base.ends_on), 'null')) end`.as('terms'),
                  sql<Date>`${now}::timestamptz`.as('created_at'),
                  sql<string>`${scope.actor.personId}::uuid`.as('created_by'),
                ]),
            )
            .returning(['id', 'agreement_id', 'number']),
        )
        .with('clauses', (qc) =>
          qc
            .insertInto('draft_clause')
            .columns(['id', 'agreement_version_id', 'clause_key', 'position', 'body', 'changed_at', 'changed_by'])
            .expression((eb) =>
              eb
                .selectFrom(['base', 'started'])
                .innerJoinLateral(
                  sql<{
                    body: unknown;
                    place: number;
                  }>`jsonb_array_elements(base.content -> 'clauses') with ordinality`.as<'clause'>(
                    sql`clause (body, place)`,
                  ),
                  (join) => join.onTrue(),
                )
                .select([
                  sql<string>`gen_random_uuid()`.as('id'),
                  'started.id as agreement_version_id',
                  sql<string>`clause.body ->> 'key'`.as('clause_key'),
                  sql<number>`clause.place * 1000`.as('position'),
                  sql<never>`clause.body`.as('body'),
                  sql<Date>`${now}::timestamptz`.as('changed_at'),
                  sql<null>`null::uuid`.as('changed_by'),
                ]),
            ),
        )
        .with('changed', (qc) =>
          qc
            .updateTable('agreement')
            .from('started')
            .set((eb) => ({ version: eb('agreement.version', '+', 1) }))
            .whereRef('agreement.id', '=', 'started.agreement_id')
            .returning(['agreement.id', 'agreement.version', 'started.number']),
        ),
    { action: 'agreement.version_started', objectType: 'agreement', details: basedOn === undefined ? {} : { basedOn } },
  );
  const [started] = rows;
  if (started) return { id, version: started.version };
  return refuse(scope, id, basedOn);
}

async function refuse(scope: MemberScope, id: string, basedOn?: number): Promise<never> {
  const row = await readAgreement(scope, id);
  if (!agreementMachine.groups.open.includes(row.state)) throw ended(scope, row.state);
  if (row.open && !replace.from.includes(row.open.state)) throw new Problem('agreement.version_open');
  if (basedOn !== undefined && !row.versions.some(({ number, hash }) => number === basedOn && hash !== null))
    throw new Problem('agreement.version_not_found', { number: basedOn });
  throw new Problem('agreement.not_found');
}

/** The problem of a step that the state of the agreement does not allow, in the reader's language. */
export function ended(scope: Pick<MemberScope, 'language'>, state: keyof typeof agreementMachine.states): Problem {
  const words = agreementMachine.states[state];
  return new Problem('request.move_not_allowed', {
    state: scope.language.startsWith('zh') ? words['zh-CN'] : words.en,
  });
}
