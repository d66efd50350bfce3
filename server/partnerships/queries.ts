import { sql, type ExpressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { PartnershipQuery } from '@collegium/contract/partnerships.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { decodeCursor } from '../platform/http/cursor.ts';
import type { Actor } from '../platform/scope.ts';
import { phaseOn } from './phase-query.ts';
import { isMemberToday, showsPart, visiblePartnerships } from './policy.ts';

interface Reader {
  actor: Actor;
  today: string;
}

/** A partnership with its current members, as far as the reader may see it. */
export function findPartnership(db: Database, reader: Reader, id: string) {
  return withMembers(db, reader).where('partnership.id', '=', id).executeTakeFirst();
}
export type PartnershipRow = NonNullable<Awaited<ReturnType<typeof findPartnership>>>;

/**
 * Partnerships that the reader may know of, by name, `limit + 1` of them. Worst case: with words or a phase, walks all of
 * them by name until a page is full; a network has hundreds, not millions.
 */
export function listPartnerships(db: Database, reader: Reader, query: PartnershipQuery & { limit: number }) {
  const { actor, today } = reader;
  const { words, organisationId, model = [], phase = [], standing = [] } = query;
  const after = decodeCursor(query.cursor, 2);
  return withMembers(db, reader)
    .where(visiblePartnerships(actor))
    .$if(organisationId !== undefined, (q) =>
      q.where(isMemberToday(organisationId ?? null)).where(showsPart(actor, 'members')),
    )
    .$if(Boolean(words?.trim()), (q) =>
      q.where((eb) => {
        const like = `%${(words ?? '').trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
        return eb.or([
          eb('partnership.name', 'ilike', like),
          eb.and([eb('partnership.purpose', 'ilike', like), showsPart(actor, 'purpose')]),
        ]);
      }),
    )
    .$if(model.length > 0, (q) => q.where('partnership.model', 'in', model))
    .$if(phase.length > 0, (q) => q.where(phaseOn(today), 'in', phase))
    .$if(standing.length === 1, (q) =>
      q.where(
        standing[0] === 'mine'
          ? isMemberToday(actor.organisationId)
          : sql<boolean>`(partnership.is_open and partnership.ended_on is null and not ${isMemberToday(actor.organisationId)})`,
      ),
    )
    .$if(standing.length === 2, (q) =>
      q.where(
        sql<boolean>`((partnership.is_open and partnership.ended_on is null) or ${isMemberToday(actor.organisationId)})`,
      ),
    )
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(partnership.name, partnership.id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
    )
    .orderBy('partnership.name')
    .orderBy('partnership.id')
    .limit(query.limit + 1)
    .execute();
}

function withMembers(db: Database, { actor, today }: Reader) {
  return db
    .selectFrom('partnership')
    .selectAll('partnership')
    .select((eb) => [
      membersOf(eb).as('members'),
      phaseOn(today).as('phase'),
      isMemberToday(actor.organisationId).as('is_member'),
      showsPart(actor, 'purpose').as('shows_purpose'),
      showsPart(actor, 'members').as('shows_members'),
    ]);
}

function membersOf(eb: ExpressionBuilder<Tables, 'partnership'>) {
  return jsonArrayFrom(
    eb
      .selectFrom('partnership_member')
      .innerJoin('organisation', 'organisation.id', 'partnership_member.organisation_id')
      .select(['partnership_member.organisation_id', 'organisation.name', 'organisation.short_mark'])
      .whereRef('partnership_member.partnership_id', '=', 'partnership.id')
      .where('partnership_member.left_on', 'is', null)
      .orderBy('organisation.name')
      .limit(500),
  );
}
