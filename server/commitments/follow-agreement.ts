import type { Clause } from '@collegium/contract/agreements/clause.ts';
import { Commitment } from '@collegium/contract/commitments.ts';
import { commitmentFaults } from '@collegium/contract/commitments/check.ts';
import { addMonths } from '@collegium/contract/commitments/days.ts';
import { periodsOf } from '@collegium/contract/commitments/periods.ts';
import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import { Value } from 'typebox/value';
import { sql } from 'kysely';
import { jsonb, schemaOf } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { Scope } from '../platform/scope.ts';
import { findAgreementInForce, type AgreementInForce } from './agreement-in-force.ts';
import { judgeAgreements } from './judge-agreements.ts';
import { refreshCommitments } from './refresh.ts';

/**
 * Brings the commitments in line with the version in force: a promise that it says unchanged goes on with all it has
 * counted, what is new begins, the rest is closed; when the agreement has ended all are. Then counts. Doing it twice
 * changes nothing. Inside a transaction.
 */
export async function followAgreement(scope: Scope, agreementId: string): Promise<void> {
  const agreement = await findAgreementInForce(scope.db, agreementId, scope.clock.now());
  if (!agreement) return;
  const wanted = isOver(agreement) ? [] : promisesOf(agreement);
  await closeOthers(scope, agreement, wanted);
  await begin(scope, agreement, wanted);
  const open = await scope.db
    .selectFrom('commitment')
    .select('id')
    .where('agreement_id', '=', agreementId)
    .where('closed_on', 'is', null)
    .execute();
  if (open.length === 0) return;
  await refreshCommitments(
    scope,
    open.map(({ id }) => id),
  );
  await judgeAgreements(scope, [agreementId]);
}

interface Promised {
  clause: Clause;
  position: number;
  commitment: Commitment;
}

function isOver({ state }: AgreementInForce): boolean {
  return agreementMachine.groups.ended.some((ended) => ended === state);
}

/** The commitment clauses of the version in force that can be measured; a proposed version has no others. */
function promisesOf({ clauses, parties }: AgreementInForce): Promised[] {
  return clauses.flatMap((clause, position) => {
    const { commitment } = clause;
    if (clause.kind !== 'commitment' || !Value.Check(Commitment, commitment)) return [];
    if (commitmentFaults(commitment, parties).length > 0) return [];
    return [{ clause, position, commitment }];
  });
}

/** What goes on is told by clause and terms; it moves to the version in force. Everything else is closed today. */
async function closeOthers(scope: Scope, agreement: AgreementInForce, wanted: readonly Promised[]): Promise<void> {
  const t = sql.raw(schemaOf(scope.network.slug));
  const rows = wanted.map(({ clause, position, commitment }) => ({
    key: clause.key,
    position,
    terms: commitment,
    title: clause.title,
  }));
  await sql`
    with wanted as (select * from jsonb_to_recordset(${jsonb(rows)}) as wanted (key text, position int, terms jsonb, title jsonb)),
    going as (
      update ${t}.commitment c set agreement_version_id = ${agreement.versionId}, position = wanted.position, title = wanted.title
      from wanted where c.agreement_id = ${agreement.id} and c.closed_on is null and c.clause_key = wanted.key and c.terms = wanted.terms
      returning c.id)
    update ${t}.commitment set closed_on = ${agreement.today}::date
    where agreement_id = ${agreement.id} and closed_on is null and id not in (select id from going)`.execute(scope.db);
}

async function begin(scope: Scope, agreement: AgreementInForce, wanted: readonly Promised[]): Promise<void> {
  const going = await scope.db
    .selectFrom('commitment')
    .select('clause_key')
    .where('agreement_id', '=', agreement.id)
    .where('closed_on', 'is', null)
    .execute();
  const keys = new Set(going.map(({ clause_key }) => clause_key));
  const fresh = wanted.filter(({ clause }) => !keys.has(clause.key)).map((one) => ({ id: newId(), ...one }));
  if (fresh.length === 0) return;
  const now = scope.clock.now();
  await scope.db
    .insertInto('commitment')
    .values(
      fresh.map((one) => ({
        ...rowOf(one),
        agreement_id: agreement.id,
        agreement_version_id: agreement.versionId,
        created_at: now,
      })),
    )
    .onConflict((oc) => oc.constraint('commitment_clause_key').doNothing())
    .execute();
  const figures = fresh.flatMap(({ id, commitment }) =>
    periodsOf(commitment.periodStart, commitment.periodEnd, commitment.every).map((period) => ({
      commitment_id: id,
      period: period.number,
      starts_on: period.startsOn,
      ends_on: period.endsOn,
      promised: commitment.quantity,
      remind_on: reminderOf(period.startsOn, period.endsOn, agreement.today),
      changed_at: now,
    })),
  );
  await scope.db.insertInto('commitment_figure').values(figures).execute();
}

/** The responsible person hears of a promise a month before its end, or half-way through when it is shorter than two. */
function reminderOf(startsOn: string, endsOn: string, today: string): string | null {
  if (endsOn < today) return null;
  const monthBefore = addMonths(endsOn, -1);
  if (monthBefore > startsOn) return monthBefore;
  const middle = (Date.parse(startsOn) + Date.parse(endsOn)) / 2;
  return new Date(middle).toISOString().slice(0, 10);
}

function rowOf({ id, clause, position, commitment }: Promised & { id: string }) {
  const { filters = {} } = commitment;
  return {
    id,
    clause_key: clause.key,
    position,
    title: jsonb(clause.title),
    terms: jsonb(commitment),
    measure: commitment.measure,
    promiser_id: commitment.promiser,
    beneficiary_id: commitment.beneficiary === 'all' ? null : commitment.beneficiary,
    quantity: commitment.quantity,
    currency: commitment.currency ?? null,
    starts_on: commitment.periodStart,
    ends_on: commitment.periodEnd,
    field_code: filters.fieldOfEducation ?? null,
    level: filters.level ?? null,
    kind: filters.kind ?? null,
    answer_days: filters.days ?? null,
    resource_id: filters.resourceId ?? null,
    is_under_agreement: filters.underAgreement ?? false,
    weights: jsonb(commitment.weights ?? {}),
    tolerance: commitment.tolerance ?? 0,
  };
}
