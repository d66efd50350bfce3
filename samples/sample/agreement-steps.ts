import { randomBytes } from 'node:crypto';
import type { Clause, DraftAccess, DraftCommitment } from '@collegium/contract/agreements/clause.ts';
import type { AgreementTerms } from '@collegium/contract/agreements/terms.ts';
import type { VersionText } from '@collegium/contract/agreements/views.ts';
import { decideVersion } from '@collegium/server/agreements/decide.ts';
import { changeClause, removeClause } from '@collegium/server/agreements/change-clause.ts';
import { createAgreement } from '@collegium/server/agreements/create-agreement.ts';
import { getAgreement } from '@collegium/server/agreements/get-agreement.ts';
import { setReviewChain } from '@collegium/server/agreements/party-settings.ts';
import { proposeDraft } from '@collegium/server/agreements/propose.ts';
import { getSigning } from '@collegium/server/agreements/signing/get-signing.ts';
import { sign } from '@collegium/server/agreements/signing/sign.ts';
import { startSigning } from '@collegium/server/agreements/signing/start-signing.ts';
import { changeTerms } from '@collegium/server/agreements/terms.ts';
import { newId } from '@collegium/server/platform/ids.ts';
import type { Teller } from './teller.ts';

/** What the negotiators put into a clause; `false` takes it out. */
export type Filling = Record<
  string,
  | false
  | {
      fields?: Record<string, string | number>;
      commitment?: DraftCommitment;
      access?: DraftAccess;
      text?: Clause['text'];
    }
>;

/** Begins an agreement between the organisations of these people and fills its draft; the first of them writes. */
export async function beginAgreement(
  teller: Teller,
  people: readonly string[],
  template: string,
  terms: Partial<AgreementTerms>,
  filling: Filling,
): Promise<string> {
  const first = teller.as(people[0] ?? '');
  const parties = people.map((key) => ({ organisationId: teller.cast.member(key).organisationId }));
  const { id } = await createAgreement(first, { template, parties });
  await fillDraft(teller, people[0] ?? '', id, filling);
  const { open } = await getAgreement(first, id);
  if (open) await changeTerms(first, id, open.version, { ...open.terms, ...terms });
  for (const key of people) {
    const scope = teller.as(key);
    await setReviewChain(scope, id, { chain: ['head'], reviewers: [{ step: 'head', personId: scope.actor.personId }] });
  }
  return id;
}

/** Writes into clauses of the draft. */
export async function fillDraft(teller: Teller, by: string, id: string, filling: Filling): Promise<void> {
  const scope = teller.as(by);
  const { open } = await getAgreement(scope, id);
  for (const clause of open?.clauses ?? []) {
    const version = open?.edits[clause.key]?.version ?? 0;
    const what = filling[clause.key];
    if (what === false) await removeClause(scope, id, clause.key, version);
    else if (what) await changeClause(scope, id, clause.key, version, filled(clause, what));
  }
}

function filled(clause: Clause, { fields = {}, commitment, access, text }: Exclude<Filling[string], false>): Clause {
  return {
    ...clause,
    text: { ...clause.text, ...text },
    fields: clause.fields.map((field) => ({ ...field, value: fields[field.key] ?? field.value })),
    ...(commitment && { commitment: { ...clause.commitment, ...commitment } }),
    ...(access && { access: { ...clause.access, ...access } }),
  };
}

/** Proposes the draft; the text that is now in review. */
export async function proposeAs(teller: Teller, by: string, id: string): Promise<VersionText> {
  const scope = teller.as(by);
  const { open } = await getAgreement(scope, id);
  await proposeDraft(scope, id, open?.version ?? 0);
  const proposed = (await getAgreement(scope, id)).open;
  if (!proposed) throw new Error('nothing was proposed');
  return proposed;
}

/** Approves the open version for the organisation of each of these people. */
export async function approveAs(teller: Teller, people: readonly string[], id: string): Promise<void> {
  for (const key of people) {
    const { open } = await getAgreement(teller.as(key), id);
    if (!open?.hash) throw new Error('nothing is in review');
    await decideVersion(teller.as(key), id, open.number, { step: 'head', decision: 'approved', hash: open.hash });
  }
}

/** Signs the approved version for the organisations of all these people, each freshly signed in; then it is sealed. */
export async function signAs(teller: Teller, people: readonly string[], id: string, dueDay: number): Promise<void> {
  const members = people.map((key) => ({ key, ...teller.cast.member(key) }));
  const { open } = await getAgreement(teller.as(people[0] ?? ''), id);
  const hash = open?.hash ?? '';
  await startSigning(teller.as(people[0] ?? ''), id, {
    hash,
    dueOn: teller.day(dueDay),
    signatories: members.map(({ organisationId, personId }) => ({ organisationId, personId })),
  });
  await teller.follow();
  for (const { key, accountId, personId } of members) {
    const scope = teller.as(key);
    const signing = await getSigning(scope, id);
    const mine = signing.signatories.find((one) => one.person?.id === personId);
    const token = await signInFreshly(teller, accountId);
    await sign(scope, mine?.id ?? '', { hash, office: 'Coordinator', language: 'en', signInToken: token });
    await teller.services.db.deleteFrom('platform.sign_in').where('token', '=', token).execute();
    await teller.follow();
  }
}

/** It lasts by the real clock as well: what tidies a server beside the story leaves it. */
async function signInFreshly(teller: Teller, accountId: string): Promise<string> {
  const token = randomBytes(16).toString('hex');
  const at = teller.services.clock.now();
  await teller.services.db
    .insertInto('platform.sign_in')
    .values({ id: newId(), user_id: accountId, token, created_at: at, expires_at: new Date(Date.now() + 600_000) })
    .execute();
  return token;
}
