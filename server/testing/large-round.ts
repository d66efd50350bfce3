import { sql } from 'kysely';
import { newId } from '../platform/ids.ts';
import { schemaOf } from '../platform/database/database.ts';
import type { TestApp } from './app.ts';
import { addMember, addOrganisation, type TestMember } from './world.ts';

/** A closed round of the lottery, so large that its run takes a while: made inside the database, in the order of ids. */
export async function addLargeRound(
  world: TestApp,
  { learners, offers, wishes }: { learners: number; offers: number; wishes: number },
): Promise<{ coordinator: TestMember; roundId: string }> {
  const home = await addOrganisation(world.network, `Large ${newId()}`);
  const coordinator = await addMember(world.db, world.network, home, 'coordinator');
  const roundId = newId();
  const tables = sql.raw(schemaOf('test'));
  const places = Math.floor((learners * 0.9) / offers);
  await sql`
    with made_round as (
      insert into ${tables}.round (id, organisation_id, name, state, opens_at, closes_at, ranked_by, seed, seed_commitment, seed_committed_at, pseudonym_salt, created_at)
      values (${roundId}::uuid, ${home.id}::uuid, '{"en": "Large"}', 'closed', now() - interval '2 days', now() - interval '1 day', 'lottery',
        repeat('7f', 32), repeat('ab', 32), now() - interval '2 days', repeat('5a', 32), now())
    ), made_offer as (
      insert into ${tables}.offer (id, kind, organisation_id, state, title, places, allocated_by, created_at, published_at)
      select gen_random_uuid(), 'internship', ${home.id}::uuid, 'published', '{"en": "Placement"}', ${places}::integer, 'round', now(), now()
      from generate_series(1, ${offers}::integer)
      returning id
    ), numbered_offer as (
      select id, row_number() over () - 1 as number from made_offer
    ), in_round as (
      insert into ${tables}.round_offer (round_id, offer_id) select ${roundId}::uuid, id from made_offer
    ), made_person as (
      insert into ${tables}.person (id, name, created_at) select gen_random_uuid(), 'Learner', now() from generate_series(1, ${learners}::integer)
      returning id
    ), made_membership as (
      insert into ${tables}.membership (id, person_id, organisation_id, role, started_on, created_at)
      select gen_random_uuid(), id, ${home.id}::uuid, 'learner', '2026-01-01', now() from made_person
      returning id, person_id
    ), invited as (
      insert into ${tables}.round_learner (round_id, membership_id) select ${roundId}::uuid, id from made_membership
    ), made_application as (
      insert into ${tables}.application (id, person_id, membership_id, organisation_id, round_id, state, submitted_at, created_at)
      select gen_random_uuid(), person_id, id, ${home.id}::uuid, ${roundId}::uuid, 'submitted', now() - interval '36 hours', now() from made_membership
      returning id
    ), numbered_application as (
      select id, row_number() over () as number from made_application
    )
    insert into ${tables}.preference (application_id, rank, offer_id)
    select numbered_application.id, wish.rank, numbered_offer.id
    from numbered_application
    cross join generate_series(1, ${wishes}::integer) wish (rank)
    join numbered_offer on numbered_offer.number = (numbered_application.number + wish.rank * 7) % ${offers}::integer`.execute(
    world.network,
  );
  world.clock.at = new Date();
  return { coordinator, roundId };
}
