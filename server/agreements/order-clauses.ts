import type { ClauseAddition, DraftClauseView } from '@collegium/contract/agreements/input.ts';
import type { AgreementMoved } from '@collegium/contract/agreements/views.ts';
import { versionMachine } from '@collegium/contract/states/agreement-version.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { jsonb } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { abilitiesOf } from './abilities.ts';
import { holdDraft } from './change-clause.ts';
import { readAgreement } from './get-agreement.ts';

/** How far apart positions are, so that clauses fit between them. */
const apart = 1_000;

/** Adds a clause to the draft. Throws agreement.not_found, agreement.no_draft, agreement.clause_exists. */
export async function addClause(scope: MemberScope, id: string, input: ClauseAddition): Promise<DraftClauseView> {
  const { clause, after } = input;
  const rows = await change(
    scope,
    (db) =>
      db
        .with('held', (qc) => holdDraft(qc, scope, id))
        .with('place', (qc) =>
          qc
            .selectFrom('held')
            .leftJoin('draft_clause as before', (join) =>
              join
                .onRef('before.agreement_version_id', '=', 'held.version_id')
                .on((eb) => (after === undefined ? eb.lit(true) : eb('before.clause_key', '=', after))),
            )
            .leftJoinLateral(
              (eb) =>
                eb
                  .selectFrom('draft_clause as next')
                  .select((next) => next.fn.min('next.position').as('position'))
                  .whereRef('next.agreement_version_id', '=', 'held.version_id')
                  .whereRef('next.position', '>', 'before.position')
                  .as('following'),
              (join) => join.onTrue(),
            )
            .select(['held.id', 'held.version_id'])
            .select(
              sql<number>`(coalesce(before.position, 0) + coalesce(following.position, before.position + ${2 * apart}::integer, ${2 * apart}::integer)) / 2`.as(
                'position',
              ),
            )
            .orderBy('before.position', (order) => order.desc().nullsLast())
            .limit(1),
        )
        .with('added', (qc) =>
          qc
            .insertInto('draft_clause')
            .columns(['id', 'agreement_version_id', 'clause_key', 'position', 'body', 'changed_at', 'changed_by'])
            .expression((eb) =>
              eb
                .selectFrom('place')
                .select([
                  sql<string>`${newId()}::uuid`.as('id'),
                  'place.version_id',
                  sql<string>`${clause.key}::text`.as('clause_key'),
                  'place.position',
                  jsonb(clause).as('body'),
                  sql<Date>`${scope.clock.now()}::timestamptz`.as('changed_at'),
                  sql<string>`${scope.actor.personId}::uuid`.as('changed_by'),
                ]),
            )
            .returning(['agreement_version_id', 'version']),
        )
        .with('changed', (qc) =>
          qc
            .selectFrom('place')
            .innerJoin('added', 'added.agreement_version_id', 'place.version_id')
            .select(['place.id', 'added.version']),
        ),
    { action: 'agreement.clause_added', objectType: 'agreement', details: { clause: clause.key } },
  );
  const [added] = rows;
  if (added) return { clause, version: added.version };
  const { open } = await readAgreement(scope, id);
  throw new Problem(open?.state === versionMachine.moves.edit.to ? 'agreement.not_found' : 'agreement.no_draft');
}

/**
 * Puts the clauses of the draft into another order, all of them named.
 * Throws agreement.not_found, agreement.no_draft, agreement.order_differs, request.version_stale.
 */
export async function orderClauses(
  scope: MemberScope,
  id: string,
  version: number,
  keys: readonly string[],
): Promise<AgreementMoved> {
  const rows = await change(
    scope,
    (db) =>
      db
        .with('held', (qc) =>
          holdDraft(qc, scope, id)
            .where('agreement_version.version', '=', version)
            .where((eb) =>
              eb(
                eb
                  .selectFrom('draft_clause as kept')
                  .select(sql<string[]>`array_agg(kept.clause_key order by kept.clause_key collate "C")`.as('keys'))
                  .whereRef('kept.agreement_version_id', '=', 'agreement_version.id'),
                '=',
                sql<string[]>`${keys.toSorted()}::text[]`,
              ),
            ),
        )
        .with('moved', (qc) =>
          qc
            .updateTable('draft_clause')
            .from('held')
            .set({
              position: sql<number>`array_position(${[...keys]}::text[], draft_clause.clause_key) * ${apart}::integer`,
            })
            .whereRef('draft_clause.agreement_version_id', '=', 'held.version_id')
            .returning('draft_clause.id'),
        )
        .with('changed', (qc) => qc.selectFrom('held').select(['held.id', 'held.version'])),
    { action: 'agreement.clauses_ordered', objectType: 'agreement' },
  );
  const [moved] = rows;
  if (moved) return moved;
  const row = await readAgreement(scope, id);
  const { open } = row;
  if (open?.state !== versionMachine.moves.edit.to) throw new Problem('agreement.no_draft');
  if (!abilitiesOf(scope.actor, row).edit) throw new Problem('agreement.not_found');
  throw new Problem(open.version === version ? 'agreement.order_differs' : 'request.version_stale');
}
