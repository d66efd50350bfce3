import { createHmac, timingSafeEqual } from 'node:crypto';
import { pickText } from '@collegium/contract/pick-text.ts';
import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import { ICalCalendar } from 'ical-generator';
import type { FastifyReply } from 'fastify';
import { Problem } from '../platform/problem/problem.ts';
import type { Member, MemberScope, Scope } from '../platform/scope.ts';
import { listAgreements, type RegisterRow } from './register-query.ts';

const atMost = 2_000;

/** The secret address of one's calendar of last days; it works while the membership under which it was made lasts. */
export function calendarAddress(scope: MemberScope): { address: string } {
  const token = `${scope.actor.membershipId}~${signatureOf(scope, scope.actor.membershipId)}`;
  return { address: `${scope.config.url}/${scope.network.slug}/api/agreement-calendars/${token}.ics` };
}

/**
 * The calendar behind an address: for each agreement that its owner may read and that is in force, the last day on which
 * notice can be given and the day on which it ends (RFC 5545, all-day events). Throws agreement.not_found.
 */
export async function serveCalendar(scope: Scope, token: string, reply: FastifyReply): Promise<FastifyReply> {
  const owner = await ownerOf(scope, token);
  const rows = await listAgreements(scope.db, owner.actor, {
    state: [...agreementMachine.groups.bound],
    limit: atMost,
  });
  return reply
    .type('text/calendar; charset=utf-8')
    .headers({ 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' })
    .header('content-disposition', 'inline; filename="agreements.ics"')
    .serializer(String)
    .send(writeCalendar(scope, rows.slice(0, atMost), owner.language));
}

function writeCalendar(scope: Scope, rows: readonly RegisterRow[], language: string): string {
  const words = language.startsWith('zh') ? chinese : english;
  const calendar = new ICalCalendar({
    prodId: { company: 'Collegium', product: 'Agreements', language: 'EN' },
    name: words.name,
    ttl: 3_600,
  });
  const host = new URL(scope.config.url).hostname;
  for (const row of rows) {
    const title = pickText(row.title, language);
    const days = [
      { id: 'notice', day: row.renewal === 'none' ? null : row.notice_by, summary: words.notice(title) },
      { id: 'end', day: row.ends_on, summary: words.end(title) },
    ];
    for (const { id, day, summary } of days)
      if (day !== null)
        calendar.createEvent({
          id: `${row.id}-${id}@${host}`,
          stamp: row.created_at,
          start: new Date(`${day}T00:00:00Z`),
          allDay: true,
          timezone: null,
          summary,
          description: row.reference,
          url: `${scope.config.url}/${scope.network.slug}/agreements/${row.id}`,
        });
  }
  return calendar.toString();
}

async function ownerOf(scope: Scope, token: string): Promise<{ actor: Member; language: string }> {
  const [membershipId = '', signature = ''] = token.split('~');
  if (!isSigned(scope, membershipId, signature)) throw new Problem('agreement.not_found');
  const row = await scope.db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select([
      'membership.role',
      'membership.organisation_id',
      'person.id as person_id',
      'person.account_id',
      'language',
    ])
    .where('membership.id', '=', membershipId)
    .where('membership.ended_on', 'is', null)
    .executeTakeFirst();
  if (!row || row.account_id === null) throw new Problem('agreement.not_found');
  const { role, organisation_id: organisationId, person_id: personId, account_id: accountId, language } = row;
  return { actor: { role, accountId, personId, membershipId, organisationId }, language };
}

function isSigned(scope: Scope, membershipId: string, signature: string): boolean {
  const expected = Buffer.from(signatureOf(scope, membershipId));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function signatureOf({ config, network }: Scope, membershipId: string): string {
  return createHmac('sha256', config.secret)
    .update(`agreement-calendar ${network.slug} ${membershipId}`)
    .digest('base64url');
}

const english = {
  name: 'Agreements',
  notice: (title: string) => `Last day for notice: ${title}`,
  end: (title: string) => `Ends: ${title}`,
};

const chinese: typeof english = {
  name: '协议',
  notice: (title) => `通知截止日：${title}`,
  end: (title) => `到期：${title}`,
};
