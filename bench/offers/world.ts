import { sql } from 'kysely';
import { inNetwork, schemaOf, type Database } from '../../server/platform/database/database.ts';
import { network, numberedIdInSql } from '../product/world.ts';

const words = [
  'port',
  'coast',
  'data',
  'wind',
  'harbour',
  'logistics',
  'sediment',
  'energy',
  'law',
  'health',
  'music',
  'soil',
];

/** One of the words, by a number in SQL. */
const word = (seed: string) => `(array['${words.join("','")}'])[1 + (${seed}) % ${words.length}]`;

/** So many published offers of the one organisation, of all kinds, levels and fields, each with a few words. */
export async function fillOffers(db: Database, count: number): Promise<void> {
  const schema = sql.raw(schemaOf(network.slug));
  const title = `${word('n')} || ' ' || ${word('n / 12')} || ' ' || n`;
  await sql`
    insert into ${schema}.offer (id, kind, organisation_id, state, title, field_code, level, languages, mode, places,
                                 allocated_by, audience, search_text, created_at, published_at)
    select ${sql.raw(numberedIdInSql(5, 'n'))}, (array['internship', 'course', 'exchange_place'])[1 + n % 3], organisation.id,
           'published', jsonb_build_object('en', ${sql.raw(title)}), (array['0311', '0413', '0532', '0612', '0716'])[1 + n % 5],
           (array['bachelor', 'master', 'doctoral'])[1 + n % 3], array['en'], 'on_site', 10, 'first_come', 'network',
           ${sql.raw(title)}, now(), now() - n * interval '1 second'
    from generate_series(1, ${count}::int) n, ${schema}.organisation`.execute(db);
  await sql`vacuum analyze ${schema}.offer`.execute(db);
}

/** The id of one of them. */
export async function someOffer(db: Database): Promise<string> {
  const { id } = await inNetwork(db, network.slug).selectFrom('offer').select('id').limit(1).executeTakeFirstOrThrow();
  return id;
}
