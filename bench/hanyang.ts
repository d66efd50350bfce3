import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportSummary } from '@collegium/contract/imports.ts';
import { lookAgain } from '@collegium/server/commitments/look-again.ts';
import { createScratchFolder } from '@collegium/server/testing/scratch-folder.ts';
import { generateLearner, lineOf, numbersFrom } from './real/generate.ts';
import { carryOutRound } from './real/round.ts';
import { Steps } from './real/steps.ts';
import { importPeople, importPublic, membersBy, openWorld, type RealWorld } from './real/world.ts';

/**
 * 88 real exchange agreements, kept or not: imported as agreements in force with their places, periods and conditions,
 * offered under them, allocated among generated learners who meet the conditions, answered, and measured from what happened.
 * Promised are 187 places; what was delivered is printed, and how the agreements stand half-way and after their year.
 * `--learners 400` says how many learners ask, `--seed 1` which.
 */
const data = join(import.meta.dirname, '../../shared/data/exchange');
const home = { kind: 'university', name: 'Hanyang University', short_mark: 'HY' } as const;
const random = numbersFrom(numberOf('--seed', 1));
const term = { startsOn: { constant: '2022-08-29' }, endsOn: { constant: '2023-01-31' } };

if (existsSync(data)) await measure();
else console.log(`Skipped: the public files are not there (${data}).`);

async function measure(): Promise<void> {
  const folder = createScratchFolder('bench-hanyang');
  const steps = new Steps();
  const world = await openWorld(folder, new Date('2022-03-01T08:00:00Z'), home);
  try {
    await steps.take(
      'import partner universities',
      () => importFrom(world, 'organisations', 'universities'),
      tellImport,
    );
    await steps.take('import agreements', () => importFrom(world, 'agreements', '2022'), tellImport);
    await steps.take('bring them into force', world.dispatch);
    const applicants = await addPeople(world);
    const coordinator = (await membersBy(world, 'coordinator', 'organisationId')).get(
      world.administrator.organisationId,
    );
    if (!coordinator) throw new Error('Nobody coordinates.');
    const round = await carryOutRound(world, steps, {
      name: 'Exchange',
      kind: 'exchange_place',
      applicants,
      coordinator,
      random,
      input: {
        opensAt: '2022-03-02T09:00:00Z',
        closesAt: '2022-04-01T16:00:00Z',
        respondBy: '2022-05-01T16:00:00Z',
        wishesMinimum: 1,
        wishesMaximum: 5,
        rankedBy: 'lottery',
      },
    });
    const standing = [await standAt(world, '2022-08-30'), await standAt(world, '2023-03-01')];
    if (process.argv.includes('--json')) {
      console.log(JSON.stringify({ name: 'hanyang', steps: steps.done, round, standing }));
      return;
    }
    console.table(steps.done);
    console.table([round]);
    console.table(standing);
  } finally {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function tellImport({ rowsCreated, problemCount }: ImportSummary): string {
  return `${rowsCreated} rows, ${problemCount} problems`;
}

function importFrom(world: RealWorld, kind: 'organisations' | 'agreements', file: 'universities' | '2022') {
  const from: [string, string] = [join(data, `hanyang-${file}.csv`), `hanyang-${kind}.json`];
  return importPublic(world, kind, from, kind === 'agreements' ? term : {});
}

async function addPeople(world: RealWorld) {
  const learners = Array.from({ length: numberOf('--learners', 400) }, (_, number) =>
    generateLearner(number, [home.name], random),
  );
  const coordinator = { name: 'Coordinator', email: 'coordinator@example.org', role: 'coordinator' };
  const first = `${JSON.stringify({ ...coordinator, organisation: home.name })}\n`;
  await importPeople(world, [first, ...learners.map(lineOf)]);
  const members = await membersBy(world, 'learner', 'email');
  return learners.flatMap((facts) => {
    const member = members.get(facts.email);
    return member ? [{ member, facts }] : [];
  });
}

/** What is promised and delivered, and how many agreements stand how on a day. */
async function standAt(world: RealWorld, day: string) {
  world.clock.at = new Date(`${day}T12:00:00Z`);
  await lookAgain(world.asSystem());
  const { promised, delivered } = await world.db
    .selectFrom('commitment_figure')
    .select((eb) => [eb.fn.sum<number>('promised').as('promised'), eb.fn.sum<number>('delivered').as('delivered')])
    .executeTakeFirstOrThrow();
  const words = await world.db
    .selectFrom('agreement_health')
    .select((eb) => ['word', eb.fn.countAll<number>().as('agreements')])
    .groupBy('word')
    .orderBy('word')
    .execute();
  return { day, promised, delivered, ...Object.fromEntries(words.map(({ word, agreements }) => [word, agreements])) };
}

function numberOf(option: string, otherwise: number): number {
  const at = process.argv.indexOf(option);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
}
