import { sql } from 'kysely';
import { newId } from '../../platform/ids.ts';
import { queueMail } from '../../platform/mail/queue.ts';
import type { Scope } from '../../platform/scope.ts';
import { newLinkToken } from './links.ts';
import { linkMail } from './mails.ts';
import { hasSigned, isTheirTurn, selectSignatory } from './queries.ts';
import { type EventFacts, tellMembers } from './tell.ts';

const linkLifeMs = 14 * 24 * 60 * 60 * 1_000;

/** Asks everybody whose turn it has become: members in the page and by mail, others by a mail with a link. */
export async function askWhoseTurnItIs(scope: Scope, event: EventFacts, versionId: string): Promise<void> {
  const now = scope.clock.now();
  const asked = await scope.db
    .updateTable('agreement_signatory')
    .from('agreement_version')
    .set({ asked_at: now })
    .whereRef('agreement_version.id', '=', 'agreement_signatory.agreement_version_id')
    .where('agreement_version.id', '=', versionId)
    .where('agreement_version.state', '=', 'signing')
    .where('agreement_signatory.asked_at', 'is', null)
    .where((eb) => eb.not(hasSigned()))
    .where(isTheirTurn())
    .returning('agreement_signatory.id')
    .execute();
  for (const { id } of asked) await askSignatory(scope, event, id, { isReminder: false });
}

/** Tells one signatory that the signature is due; somebody without an account gets a new link, and the earlier one ends. */
export async function askSignatory(
  scope: Scope,
  event: EventFacts,
  signatoryId: string,
  { isReminder }: { isReminder: boolean },
): Promise<void> {
  const signatory = await selectSignatory(scope.db)
    .where('agreement_signatory.id', '=', signatoryId)
    .executeTakeFirst();
  if (!signatory || signatory.version_state !== 'signing' || signatory.given) return;
  if (signatory.email === null) {
    await tellMembers(scope, event, isReminder ? 'agreement.signature_due' : 'agreement.signature_asked', {
      agreementId: signatory.agreement_id,
      title: signatory.content?.terms.title ?? {},
      organisation: signatory.organisation_name,
      date: signatory.due_on,
      personIds: await peopleOf(scope, signatory),
      path: `/agreements/${signatory.agreement_id}/sign`,
    });
    return;
  }
  const now = scope.clock.now();
  const { token, tokenSha256 } = newLinkToken();
  await scope.db
    .updateTable('signing_link')
    .set({ replaced_at: now })
    .where('signatory_id', '=', signatoryId)
    .where('replaced_at', 'is', null)
    .where('used_at', 'is', null)
    .execute();
  await scope.db
    .insertInto('signing_link')
    .values({
      id: newId(),
      signatory_id: signatoryId,
      token_sha256: tokenSha256,
      email: signatory.email,
      sent_at: now,
      expires_at: new Date(now.getTime() + linkLifeMs),
    })
    .execute();
  const url = `${scope.config.url}/${scope.network.slug}/sign#${token}`;
  await queueMail(scope, { ...linkMail(signatory, url, { isReminder }), to: signatory.email });
}

/** The person named and the delegates; where nobody is named, a few administrators of the organisation. */
async function peopleOf(
  scope: Scope,
  signatory: { person_id: string | null; organisation_id: string; delegates: { id: string }[] },
): Promise<string[]> {
  if (signatory.person_id !== null) return [signatory.person_id, ...signatory.delegates.map(({ id }) => id)];
  const rows = await scope.db
    .selectFrom('membership')
    .select('person_id')
    .where('organisation_id', '=', signatory.organisation_id)
    .where('role', '=', 'organisation_administrator')
    .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>', sql<string>`${scope.clock.now()}::date`)]))
    .orderBy('id')
    .limit(5)
    .execute();
  return rows.map(({ person_id }) => person_id);
}
