import { createHash, randomBytes, randomInt } from 'node:crypto';
import type {
  CodeSent,
  LinkDeclined,
  LinkDeclineInput,
  LinkInput,
  LinkSigned,
  LinkSignInput,
  LinkView,
} from '@collegium/contract/agreements/signing-link.ts';
import { freshSeconds } from '@collegium/contract/agreements/signing.ts';
import { sql } from 'kysely';
import { newId } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { Scope } from '../../platform/scope.ts';
import { codeMail } from './mails.ts';
import { findByLink, findByLinkGuessing, type LinkRow } from './queries.ts';
import { recordDecline } from './record-decline.ts';
import { checkSignable, recordSignature } from './record-signature.ts';

/** How often a code may be guessed at before a new one is needed. */
const guesses = 5;
/** How soon another code is sent. */
const codePauseMs = 20_000;

/** A new secret for a link; only its hash is kept. */
export function newLinkToken(): { token: string; tokenSha256: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenSha256: sha256(token) };
}

/** What somebody reads who came by a link. Throws `signing_link.not_found`, `…expired`, `…replaced`, `…used`. */
export async function readLink(scope: Scope, { token }: LinkInput): Promise<LinkView> {
  const link = await openLink(scope, token);
  if (!link.content || !link.hash) throw new Problem('signing_link.not_found');
  return {
    name: link.name ?? '',
    office: link.office ?? '',
    address: partOf(link.link_email),
    kind: link.kind,
    organisation: link.organisation_name,
    title: link.content.terms.title,
    hash: link.hash,
    record: link.content,
    dueOn: link.due_on,
    expiresAt: link.expires_at.toISOString(),
  };
}

/**
 * Mails six digits to the address that the link was sent to: signing needs that mailbox now, so that somebody to whom the
 * link was forwarded reads but cannot sign. Throws what `readLink` throws, and `request.too_many`.
 */
export async function sendCode(scope: Scope, { token }: LinkInput): Promise<CodeSent> {
  const now = scope.clock.now();
  const link = await openLink(scope, token);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const mail = codeMail(link, code);
  const sent = await scope.db
    .with('changed', (qc) =>
      qc
        .updateTable('signing_link')
        .set({ code_sha256: codeHash(link.link_id, code), code_sent_at: now, code_attempts: 0 })
        .where('id', '=', link.link_id)
        .where((eb) =>
          eb.or([eb('code_sent_at', 'is', null), eb('code_sent_at', '<=', new Date(now.getTime() - codePauseMs))]),
        )
        .returning('email'),
    )
    .insertInto('mail')
    .columns(['id', 'to_address', 'subject', 'body_text', 'body_html', 'created_at', 'next_attempt_at'])
    .expression((eb) =>
      eb
        .selectFrom('changed')
        .select([
          sql<string>`${newId()}::uuid`.as('id'),
          'changed.email as to_address',
          sql<string>`${mail.subject}::text`.as('subject'),
          sql<string>`${mail.text}::text`.as('body_text'),
          sql<string>`${mail.html}::text`.as('body_html'),
          sql<Date>`${now}::timestamptz`.as('created_at'),
          sql<Date>`${now}::timestamptz`.as('next_attempt_at'),
        ]),
    )
    .returning('id')
    .execute();
  if (sent.length === 0) throw new Problem('request.too_many', { seconds: codePauseMs / 1_000 });
  scope.signal();
  return { address: partOf(link.link_email), expiresAt: new Date(now.getTime() + freshSeconds * 1_000).toISOString() };
}

/** Signs by a link. Throws what `readLink` and `sign` throw, and `signing_link.code_wrong`, `…code_expired`. */
export async function signByLink(scope: Scope, input: LinkSignInput): Promise<LinkSigned> {
  const link = await provenLink(scope, input.token, input.code);
  checkSignable(link, input.hash);
  await recordSignature(scope, link, {
    method: 'link',
    name: link.name ?? '',
    office: input.office,
    language: input.language,
    hash: input.hash,
    personId: null,
    email: link.link_email,
    recordedFor: link.organisation_id,
    linkId: link.link_id,
  });
  return { signedAt: scope.clock.now().toISOString(), checkCode: link.check_code };
}

/** Declines by a link, with a reason. Throws what `signByLink` throws. */
export async function declineByLink(scope: Scope, input: LinkDeclineInput): Promise<LinkDeclined> {
  const link = await provenLink(scope, input.token, input.code);
  await recordDecline(scope, link, { name: link.name ?? '', reason: input.reason, linkId: link.link_id });
  return { declinedAt: scope.clock.now().toISOString() };
}

async function openLink(scope: Scope, token: string): Promise<LinkRow> {
  return checkOpen(await findByLink(scope.db, sha256(token)), scope.clock.now());
}

function checkOpen(link: LinkRow | undefined, now: Date): LinkRow {
  if (!link) throw new Problem('signing_link.not_found');
  if (link.used_at) throw new Problem('signing_link.used', { on: dayOf(link.used_at) });
  if (link.replaced_at) throw new Problem('signing_link.replaced');
  if (link.expires_at <= now) throw new Problem('signing_link.expired', { on: dayOf(link.expires_at) });
  if (link.version_state !== 'signing' || link.given) throw new Problem('signing.not_open');
  return link;
}

/** The link, when the code is the one that was mailed; every call uses up a guess. */
async function provenLink(scope: Scope, token: string, code: string): Promise<LinkRow> {
  const now = scope.clock.now();
  const since = new Date(now.getTime() - freshSeconds * 1_000);
  const found = await findByLinkGuessing(scope.db, sha256(token), { since, now, guesses });
  const link = checkOpen(found, now);
  if (!found?.code_sha256) throw new Problem('signing_link.code_expired');
  if (found.code_sha256 !== codeHash(link.link_id, code))
    throw new Problem('signing_link.code_wrong', { address: partOf(link.link_email) });
  return link;
}

function codeHash(linkId: string, code: string): string {
  return sha256(`${linkId} ${code}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Enough of an address to recognise one's own, not enough to learn it. */
function partOf(address: string): string {
  const [name = '', domain = ''] = address.split('@');
  return `${name.slice(0, 1)}…@${domain}`;
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
