import type { LastDay, LastDayList, LastDaysQuery } from '@collegium/contract/agreements/register.ts';
import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { visibleAgreements } from './policy.ts';

const atMost = 1_000;
const longestDays = 3 * 366;
const dayMs = 86_400_000;

/**
 * The days between two others on which agreements in force end, or until which notice can be given before they renew
 * themselves, in their order. Throws agreement.days_too_far_apart.
 */
export async function listLastDays(scope: MemberScope, { from, until }: LastDaysQuery): Promise<LastDayList> {
  const days = (Date.parse(until) - Date.parse(from)) / dayMs;
  if (days < 0 || days > longestDays) throw new Problem('agreement.days_too_far_apart');
  const rows = await findEnding(scope, from, until);
  const items = rows
    .slice(0, atMost)
    .flatMap((row) => daysOf(row))
    .filter(({ day }) => day >= from && day <= until)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return { items, withoutLastDay: rows[0]?.endless ?? (await countEndless(scope)), isCut: rows.length > atMost };
}

type Row = Awaited<ReturnType<typeof findEnding>>[number];

function daysOf({ parties, ...row }: Row): LastDay[] {
  const { id, title, state, renewal } = row;
  const rest = {
    agreement: { id, title, state, renewal },
    parties: parties.map((party) => ({
      organisationId: party.id,
      name: party.name,
      shortMark: party.short_mark,
    })),
  };
  return [
    ...(renewal !== 'none' && row.notice_by !== null ? [{ day: row.notice_by, kind: 'notice' as const, ...rest }] : []),
    ...(row.ends_on === null ? [] : [{ day: row.ends_on, kind: 'end' as const, ...rest }]),
  ];
}

/** Worst case: everything that the actor's organisation is a party to and that is in force; the first thousand by last day. */
function findEnding(scope: MemberScope, from: string, until: string) {
  const noticeBy = sql<string>`(agreement.ends_on - agreement.notice_days)`;
  return scope.db
    .selectFrom('agreement')
    .select(['agreement.id', 'agreement.title', 'agreement.state', 'agreement.renewal', 'agreement.ends_on'])
    .select(noticeBy.as('notice_by'))
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('agreement_party')
          .innerJoin('organisation', 'organisation.id', 'agreement_party.organisation_id')
          .select(['organisation.id', 'organisation.name', 'organisation.short_mark'])
          .whereRef('agreement_party.agreement_id', '=', 'agreement.id')
          .where('agreement_party.left_on', 'is', null)
          .orderBy('agreement_party.position')
          .orderBy('organisation.name')
          .limit(200),
      ).as('parties'),
      endless(scope).as('endless'),
    ])
    .where(visibleAgreements(scope.actor))
    .where('agreement.state', 'in', [...agreementMachine.groups.bound])
    .where((eb) =>
      eb.or([
        sql<boolean>`agreement.ends_on between ${from}::date and ${until}::date`,
        sql<boolean>`(agreement.renewal <> 'none' and ${noticeBy} between ${from}::date and ${until}::date)`,
      ]),
    )
    .orderBy('agreement.ends_on')
    .orderBy('agreement.id')
    .limit(atMost + 1)
    .execute();
}

async function countEndless(scope: MemberScope): Promise<number> {
  const row = await endless(scope).executeTakeFirst();
  return row?.count ?? 0;
}

function endless({ db, actor }: MemberScope) {
  return db
    .selectFrom('agreement')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where(visibleAgreements(actor))
    .where('agreement.state', 'in', [...agreementMachine.groups.bound])
    .where('agreement.ends_on', 'is', null);
}
