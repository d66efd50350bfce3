import type { Clause } from '@collegium/contract/agreements/clause.ts';
import type { AgreementRecord } from '@collegium/contract/agreements/record.ts';
import type { AccessGrant, Commitment } from '@collegium/contract/commitments.ts';
import { createHash } from 'node:crypto';
import { grantSubscriptions } from '../grants/subscriptions.ts';
import { participationSubscriptions } from '../participation/subscriptions.ts';
import { jsonb } from '../platform/database/database.ts';
import { dispatchPending } from '../platform/events/dispatcher.ts';
import { newId } from '../platform/ids.ts';
import type { TestApp } from '../testing/app.ts';
import { addAcceptedPlace, tell, type Parties, type PlaceFacts } from '../testing/placement.ts';
import type { TestOrganisation } from '../testing/world.ts';
import { commitmentSubscriptions } from './subscriptions.ts';

/** Lets everything follow that follows from agreements and participations. */
export function followAll(world: TestApp): Promise<void> {
  return dispatchPending({
    services: world.services,
    subscriptions: [...participationSubscriptions, ...commitmentSubscriptions, ...grantSubscriptions],
  });
}

/** A clause that promises something. */
export function promise(key: string, commitment: Commitment): Clause {
  return { key, kind: 'commitment', title: { en: key }, text: { en: 'We promise.' }, fields: [], commitment };
}

/** A clause that opens something. */
export function opening(key: string, access: AccessGrant): Clause {
  return { key, kind: 'access', title: { en: key }, text: { en: 'We open.' }, fields: [], access };
}

/** An agreement that all have signed and that is in force since the world's clock; what follows has followed. */
export async function addAgreementInForce(
  world: TestApp,
  parties: readonly TestOrganisation[],
  clauses: readonly Clause[],
): Promise<{ id: string; versionId: string }> {
  const id = newId();
  const at = world.clock.now();
  const day = at.toISOString().slice(0, 10);
  await world.network
    .insertInto('agreement')
    .values({
      id,
      reference: `T-${id.slice(-6)}`,
      template: 'student-exchange',
      title: jsonb({ en: 'Blue Coast exchange' }),
      starts_on: day,
      created_at: at,
    })
    .execute();
  await world.network
    .insertInto('agreement_party')
    .values(
      parties.map(({ id: organisationId }, position) => ({
        agreement_id: id,
        organisation_id: organisationId,
        position,
        joined_on: day,
      })),
    )
    .execute();
  return { id, versionId: await putInForce(world, id, 1, clauses) };
}

/** Seals another version and puts it in force. */
export async function putInForce(
  world: TestApp,
  agreementId: string,
  number: number,
  clauses: readonly Clause[],
): Promise<string> {
  const versionId = newId();
  const at = world.clock.now();
  const content = { format: 'collegium.agreement/1', clauses: [...clauses] } as unknown as AgreementRecord;
  await world.network
    .insertInto('agreement_version')
    .values({
      id: versionId,
      agreement_id: agreementId,
      number,
      state: 'sealed',
      terms: jsonb({}) as never,
      content: jsonb(content),
      hash: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
      created_at: at,
      proposed_at: at,
      sealed_at: at,
    })
    .execute();
  await world.network
    .updateTable('agreement')
    .set({ state: 'in_force', in_force_version_id: versionId, entered_into_force_at: at })
    .where('id', '=', agreementId)
    .execute();
  await tell(world, 'agreement.entered_into_force', 'agreement', agreementId);
  await followAll(world);
  return versionId;
}

/** The agreement ends today for everybody. */
export async function terminate(world: TestApp, agreementId: string): Promise<void> {
  await world.network
    .updateTable('agreement')
    .set({ state: 'terminated', ended_at: world.clock.now(), end_reason: 'Both sides agreed' })
    .where('id', '=', agreementId)
    .execute();
  await tell(world, 'agreement.terminated', 'agreement', agreementId);
  await followAll(world);
}

/** Promised and delivered by a clause of an agreement in a period; undefined when nothing is promised any more. */
export async function figureOf(world: TestApp, clauseKey: string, agreementId: string, period = 1) {
  const row = await world.network
    .selectFrom('commitment_figure')
    .innerJoin('commitment', 'commitment.id', 'commitment_figure.commitment_id')
    .select(['promised', 'delivered', 'base', 'entries'])
    .where('commitment.clause_key', '=', clauseKey)
    .where('commitment.agreement_id', '=', agreementId)
    .where('commitment.closed_on', 'is', null)
    .where('period', '=', period)
    .executeTakeFirst();
  return row && { ...row };
}

/** A participation in planning, of which everybody has heard. */
export async function takePlace(world: TestApp, parties: Parties, facts: PlaceFacts = {}): Promise<string> {
  const { applicationId } = await addAcceptedPlace(world, parties, facts);
  await followAll(world);
  const row = await world.network
    .selectFrom('participation')
    .select('id')
    .where('application_id', '=', applicationId)
    .executeTakeFirstOrThrow();
  return row.id;
}
