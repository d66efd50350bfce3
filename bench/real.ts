import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportSummary } from '@collegium/contract/imports.ts';
import { evaluate } from '@collegium/server/evaluation/evaluation.ts';
import { createPartnership } from '@collegium/server/partnerships/partnerships.ts';
import { createScratchFolder } from '@collegium/server/testing/scratch-folder.ts';
import { generateLearner, lineOf, numbersFrom } from './real/generate.ts';
import { carryThrough } from './real/participation.ts';
import { type Applicant, carryOutRound } from './real/round.ts';
import { Steps } from './real/steps.ts';
import { importPeople, importPublic, membersBy, openWorld, type RealWorld } from './real/world.ts';

/**
 * Real input, from files to the evaluation page: 5,912 institutions, 3,584 master programmes and 88 exchange agreements;
 * a round in which generated learners rank the masters, and one of the exchange places under their real conditions.
 * `--learners 20000` says how many there are, `--seed 1` which.
 */
const data = join(import.meta.dirname, '../../shared/data');
const people = numberOf('--learners', 20_000);
const random = numbersFrom(numberOf('--seed', 1));
/** Of those who take up a place, so many are carried to the end one by one. */
const share = 0.1;

if (existsSync(data)) await measure();
else console.log(`Skipped: the public files are not there (${data}).`);

async function measure(): Promise<void> {
  const folder = createScratchFolder('bench-real');
  const steps = new Steps();
  const world = await steps.take('open a new database', () => openWorld(folder, new Date('2021-03-01T08:00:00Z')));
  try {
    await importFiles(world, steps);
    const applicants = await addPeople(world, steps);
    const coordinator = await found(world);
    const common = { coordinator, random };
    const masters = await carryOutRound(world, steps, {
      ...common,
      name: 'Masters',
      kind: 'course',
      applicants,
      input: {
        opensAt: '2021-03-01T09:00:00Z',
        closesAt: '2021-04-01T16:00:00Z',
        respondBy: '2021-05-15T16:00:00Z',
        wishesMinimum: 1,
        wishesMaximum: 10,
        rankedBy: 'score',
        scoreRule: 'Generated',
      },
    });
    await carryThrough(world, steps, { name: 'Masters', kind: 'course', share, startsOn: '2021-09-06', credits: 60 });
    const exchange = await carryOutRound(world, steps, {
      ...common,
      name: 'Exchange',
      kind: 'exchange_place',
      applicants: applicants.slice(0, Math.ceil(people / 10)),
      input: {
        opensAt: '2022-02-01T09:00:00Z',
        closesAt: '2022-03-01T16:00:00Z',
        respondBy: '2022-04-01T16:00:00Z',
        wishesMinimum: 1,
        wishesMaximum: 5,
        rankedBy: 'lottery',
      },
    });
    await carryThrough(world, steps, {
      name: 'Exchange',
      kind: 'exchange_place',
      share,
      startsOn: '2022-08-29',
      credits: 30,
    });
    const page = await steps.take('evaluation page', () => evaluate(world.as(world.administrator), { by: 'kind' }));
    const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1_024);
    if (process.argv.includes('--json')) {
      console.log(
        JSON.stringify({ name: 'real', steps: steps.done, rounds: [masters, exchange], peakMegabytes, page }),
      );
      return;
    }
    console.table(steps.done);
    console.table([masters, exchange]);
    console.table(Object.fromEntries(page.groups.map((group) => [group.label, group])));
    console.log(`Peak memory of the process: ${peakMegabytes} MB`);
  } finally {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The files say no dates; a plan needs them. */
function datesOf(from: string, to: string, credits: number) {
  return { startsOn: { constant: from }, endsOn: { constant: to }, creditsEcts: { constant: credits } };
}

function tellImport({ rowsRead, rowsCreated, problemCount }: ImportSummary): string {
  return `${rowsCreated} of ${rowsRead} rows, ${problemCount} problems`;
}

async function importFiles(world: RealWorld, steps: Steps): Promise<void> {
  const eche = join(data, 'organisations/eche.csv');
  const masters = join(data, 'programmes/fr-masters.csv');
  const universities = join(data, 'exchange/hanyang-universities.csv');
  const agreements = join(data, 'exchange/hanyang-2022.csv');
  const take = (step: string, ...given: [Parameters<typeof importPublic>[1], [string, string], object?]) =>
    steps.take(step, () => importPublic(world, given[0], given[1], given[2] as Record<string, unknown>), tellImport);
  await take('import institutions', 'organisations', [eche, 'erasmus-charter-organisations.json']);
  await take('import French universities', 'organisations', [masters, 'french-masters-organisations.json']);
  const year = datesOf('2021-09-06', '2022-06-30', 60);
  await take('import masters', 'offers', [masters, 'french-masters-offers.json'], year);
  await take('import partner universities', 'organisations', [universities, 'hanyang-organisations.json']);
  const term = datesOf('2022-08-29', '2023-01-31', 30);
  await take('import agreements', 'offers', [agreements, 'hanyang-offers.json'], term);
}

/** Learners of five institutions, and a coordinator of every institution that sends or takes learners. */
async function addPeople(world: RealWorld, steps: Steps): Promise<Applicant[]> {
  const homes = await world.db
    .selectFrom('organisation_identifier')
    .select('value')
    .where('scheme', '=', 'erasmus')
    .orderBy('value')
    .limit(5)
    .execute();
  const codes = homes.map(({ value }) => `erasmus:${value}`);
  const learners = Array.from({ length: people }, (_, number) => generateLearner(number, codes, random));
  const providers = await providersOf(world);
  const coordinators = [
    ...codes,
    ...providers.map(({ name, scheme, value }) => (scheme ? `${scheme}:${value}` : name)),
  ].map((organisation, number) => {
    const email = `coordinator-${number}@example.org`;
    return `${JSON.stringify({ name: email, email, role: 'coordinator', organisation })}\n`;
  });
  await steps.take(
    'import people',
    () => importPeople(world, [...coordinators, ...learners.map(lineOf)]),
    ({ rowsCreated, problemCount }) => `${rowsCreated} people, ${problemCount} problems`,
  );
  const members = await membersBy(world, 'learner', 'email');
  return learners.flatMap((facts) => {
    const member = members.get(facts.email);
    return member ? [{ member, facts }] : [];
  });
}

function providersOf(world: RealWorld) {
  return world.db
    .selectFrom('organisation')
    .leftJoin('organisation_identifier as identifier', 'identifier.organisation_id', 'organisation.id')
    .select(['organisation.name', 'identifier.scheme', 'identifier.value'])
    .where('organisation.id', 'in', (eb) => eb.selectFrom('offer').select('offer.organisation_id'))
    .orderBy('organisation.name')
    .execute();
}

/** Makes everybody partners: the second key of a round across organisations. Returns who coordinates. */
async function found(world: RealWorld) {
  const coordinators = [...(await membersBy(world, 'coordinator', 'organisationId')).values()];
  await createPartnership(world.as(world.administrator), {
    name: 'Everybody who takes part',
    model: 'consortium',
    organisationIds: coordinators.map(({ organisationId }) => organisationId),
  });
  const [coordinator] = coordinators;
  if (!coordinator) throw new Error('Nobody coordinates.');
  return coordinator;
}

function numberOf(option: string, otherwise: number): number {
  const at = process.argv.indexOf(option);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
}
