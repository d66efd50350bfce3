import { sql, type ExpressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { visibleAgreements } from '../agreements/policy.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Actor } from '../platform/scope.ts';
import { lastPlaceMonth } from './phase-query.ts';
import { isMemberToday } from './policy.ts';

type Builder = ExpressionBuilder<Tables, 'partnership'>;

/** Everything that the page of a partnership shows, in one round trip; undefined when there is none. */
export function findPartnershipDetail(db: Database, actor: Actor, id: string) {
  return db
    .selectFrom('partnership')
    .selectAll('partnership')
    .select((eb) => [
      isMemberToday(actor.organisationId).as('is_member'),
      membersOf(eb).as('members'),
      goalsOf(eb).as('goals'),
      groupsOf(eb).as('groups'),
      peopleOf(eb).as('people'),
      agreementsOf(eb, actor).as('agreements'),
      requestsOf(eb).as('requests'),
      activityOf(eb).as('activity'),
      decisionsOf(eb).as('decisions'),
      lastPlaceMonth().as('last_place_month'),
    ])
    .where('partnership.id', '=', id)
    .executeTakeFirst();
}
export type PartnershipDetailRow = NonNullable<Awaited<ReturnType<typeof findPartnershipDetail>>>;

function membersOf(eb: Builder) {
  return jsonArrayFrom(
    eb
      .selectFrom('partnership_member as member')
      .innerJoin('organisation', 'organisation.id', 'member.organisation_id')
      .leftJoin('organisation_position as position', 'position.organisation_id', 'organisation.id')
      .select(['organisation.id', 'organisation.name', 'organisation.short_mark as shortMark'])
      .select(['organisation.city', 'organisation.country', 'member.role', 'member.joined_on as joinedOn'])
      .select(['member.left_on as leftOn', 'position.latitude', 'position.longitude'])
      .select((of) => [
        jsonArrayFrom(
          of
            .selectFrom('partnership_unit as part')
            .innerJoin('unit', 'unit.id', 'part.unit_id')
            .select(['unit.id', 'unit.name'])
            .whereRef('part.partnership_id', '=', 'member.partnership_id')
            .whereRef('part.organisation_id', '=', 'member.organisation_id')
            .orderBy('unit.name'),
        ).as('units'),
        jsonArrayFrom(
          of
            .selectFrom('offer')
            .select(['offer.kind'])
            .select((count) => [
              count.fn.countAll<number>().as('count'),
              count.fn.sum<number>('offer.places').as('places'),
            ])
            .whereRef('offer.organisation_id', '=', 'member.organisation_id')
            .where('offer.state', '=', 'published')
            .where('offer.audience', '<>', 'own')
            .groupBy('offer.kind')
            .orderBy('offer.kind'),
        ).as('offers'),
        jsonArrayFrom(
          of
            .selectFrom('organisation_interest as interest')
            .select(['interest.field_code as fieldCode', 'interest.offer_kind as offerKind', 'interest.note'])
            .whereRef('interest.organisation_id', '=', 'member.organisation_id')
            .where('interest.direction', '=', 'need')
            .orderBy('interest.position'),
        ).as('needs'),
      ])
      .whereRef('member.partnership_id', '=', 'partnership.id')
      .orderBy(sql`member.left_on is not null`)
      .orderBy(sql`member.role <> 'lead'`)
      .orderBy('organisation.name')
      .limit(500),
  );
}

function goalsOf(eb: Builder) {
  return jsonArrayFrom(
    eb
      .selectFrom('partnership_goal as goal')
      .innerJoin('organisation as owner', 'owner.id', 'goal.owner_id')
      .select(['goal.id', 'goal.text', 'goal.due_on as dueOn', 'goal.reached_on as reachedOn', 'goal.version'])
      .select(['owner.id as ownerId', 'owner.name as ownerName', 'owner.short_mark as ownerMark'])
      .whereRef('goal.partnership_id', '=', 'partnership.id')
      .orderBy('goal.due_on', (by) => by.asc().nullsLast())
      .orderBy('goal.id')
      .limit(200),
  );
}

function groupsOf(eb: Builder) {
  return jsonArrayFrom(
    eb
      .selectFrom('partnership_group as working')
      .select(['working.id', 'working.name', 'working.purpose', 'working.version'])
      .whereRef('working.partnership_id', '=', 'partnership.id')
      .orderBy('working.id')
      .limit(100),
  );
}

function peopleOf(eb: Builder) {
  return jsonArrayFrom(
    eb
      .selectFrom('partnership_person as named')
      .innerJoin('person', 'person.id', 'named.person_id')
      .select(['named.id', 'named.group_id as groupId', 'named.person_id as personId', 'person.name'])
      .select(['named.organisation_id as organisationId', 'named.function'])
      .whereRef('named.partnership_id', '=', 'partnership.id')
      .orderBy('person.name')
      .limit(500),
  );
}

function agreementsOf(eb: Builder, actor: Actor) {
  return jsonArrayFrom(
    eb
      .selectFrom('agreement')
      .leftJoin('agreement_health as health', 'health.agreement_id', 'agreement.id')
      .select(['agreement.id', 'agreement.title', 'agreement.state', 'agreement.ends_on as endsOn', 'health.word'])
      .select([
        sql<boolean>`${visibleAgreements(actor)}`.as('isVisible'),
        sql<string | null>`(agreement.entered_into_force_at at time zone 'UTC')::date`.as('enteredOn'),
      ])
      .whereRef('agreement.partnership_id', '=', 'partnership.id')
      .orderBy('agreement.created_at', 'desc')
      .limit(100),
  );
}

function requestsOf(eb: Builder) {
  return jsonArrayFrom(
    eb
      .selectFrom('partnership_request as request')
      .innerJoin('organisation as asking', 'asking.id', 'request.organisation_id')
      .select(['request.id', 'request.kind', 'request.role', 'request.message', 'request.asked_at as askedAt'])
      .select(['request.version'])
      .select(['asking.id as organisationId', 'asking.name', 'asking.short_mark as shortMark'])
      .whereRef('request.partnership_id', '=', 'partnership.id')
      .where('request.state', '=', 'open')
      .orderBy('request.asked_at')
      .limit(100),
  );
}

/** The newest changes of the partnership and of its agreements. */
function activityOf(eb: Builder) {
  return jsonArrayFrom(happeningsOf(eb).limit(12));
}

/** What the partners decided, newest first: who joined or did not, and what became of their agreements. */
function decisionsOf(eb: Builder) {
  return jsonArrayFrom(
    happeningsOf(eb)
      .where('event.action', 'in', [...decisions])
      .limit(30),
  );
}

const decisions = [
  'partnership.joined',
  'partnership.not_joined',
  'partnership.goal_reached',
  'partnership.ended',
  'agreement.approved',
  'agreement.sealed',
  'agreement.entered_into_force',
  'agreement.request_agreed',
  'agreement.request_refused',
  'agreement.renewed',
  'agreement.joined',
  'agreement.left',
  'agreement.party_merged',
  'agreement.suspended',
  'agreement.resumed',
  'agreement.terminated',
  'agreement.abandoned',
] as const;

function happeningsOf(eb: Builder) {
  return eb
    .selectFrom('audit_event as event')
    .leftJoin('organisation as acting', 'acting.id', 'event.organisation_id')
    .leftJoin('agreement as touched', 'touched.id', 'event.object_id')
    .select(['event.id', 'event.at', 'event.action', 'acting.name as organisation', 'touched.title', 'event.reason'])
    .where((or) =>
      or.or([
        or.and([or('event.object_type', '=', 'partnership'), or('event.object_id', '=', or.ref('partnership.id'))]),
        or.and([
          or('event.object_type', '=', 'agreement'),
          or(
            'event.object_id',
            'in',
            or.selectFrom('agreement as own').select('own.id').whereRef('own.partnership_id', '=', 'partnership.id'),
          ),
        ]),
      ]),
    )
    .orderBy('event.at', 'desc')
    .orderBy('event.id', 'desc');
}

/** What decides why a change of a partnership did not happen. */
export function findStanding(db: Database, id: string) {
  return db
    .selectFrom('partnership')
    .select(['partnership.version', 'partnership.ended_on', 'partnership.is_open'])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('partnership_member as member')
          .select('member.organisation_id')
          .whereRef('member.partnership_id', '=', 'partnership.id')
          .where('member.left_on', 'is', null),
      ).as('members'),
    )
    .where('partnership.id', '=', id)
    .executeTakeFirst();
}
