import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instance } from '../engine/matching/instance/instance.ts';
import { deferredAcceptance } from '../engine/matching/methods/deferred-acceptance.ts';
import { flexibleDeferredAcceptance } from '../engine/matching/methods/flexible-deferred-acceptance.ts';
import { rankMinimising } from '../engine/matching/methods/rank-minimising.ts';
import { solve } from '../engine/matching/solve.ts';
import { asProblem, drawInstance, type Size, withRules, writeBinary } from './reference/instances.ts';

/** One figure: what was measured, what it is compared with, and the goal for their ratio. */
interface Figure {
  readonly what: string;
  readonly value: string;
  readonly against: string;
  readonly ratio: number | null;
  readonly goal: string;
}

const NATION: Size = { learners: 1_000_000, wishes: 10, offers: 14_000, capacity: 70 };
const MANY_OFFERS: Size = { learners: 1_000_000, wishes: 10, offers: 100_000, capacity: 9 };
const REPEATS = 3;

const figures: Figure[] = [];
const folder = mkdtempSync(join(tmpdir(), 'collegium-bench-'));
try {
  const reference = compile();
  for (const size of [NATION, MANY_OFFERS]) againstReference(size, reference);
  growth(reference);
  rules();
  explanations();
  ranks();
} finally {
  rmSync(folder, { recursive: true });
}
if (process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 1));
else console.table(figures);

/** The C++ program, or undefined when there is no compiler. */
function compile(): string | undefined {
  const program = join(folder, 'deferred-acceptance');
  const source = join(import.meta.dirname, 'reference/deferred-acceptance.cpp');
  try {
    execFileSync('c++', ['-O2', '-o', program, source], { stdio: 'ignore' });
    return program;
  } catch {
    return undefined;
  }
}

/** Shortest of several runs, in milliseconds: what the machine can do when nothing else disturbs it. */
function shortest(run: () => void, repeats = REPEATS): number {
  return least(run, repeats, () => performance.now());
}

/** The same in processor time, where two of our own are compared: waiting for other work does not count. */
function leastProcessorTime(run: () => void, repeats = REPEATS): number {
  return least(run, repeats, () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  });
}

function least(run: () => void, repeats: number, clock: () => number): number {
  let best = Infinity;
  for (let i = 0; i < repeats; i++) {
    const begin = clock();
    run();
    best = Math.min(best, clock() - begin);
  }
  return best;
}

function againstReference(size: Size, reference: string | undefined): void {
  const instance = drawInstance(size);
  const file = join(folder, 'instance.bin');
  let plain = Infinity;
  let checksum = '';
  let mine = Infinity;
  let held: Uint8Array = new Uint8Array();
  if (reference !== undefined) writeBinary(file, instance, size);
  // In turns, so that a disturbance of the machine meets both.
  for (let i = 0; i < REPEATS; i++) {
    mine = Math.min(
      mine,
      shortest(() => (held = deferredAcceptance(instance)), 1),
    );
    if (reference === undefined) continue;
    const [time, , sum] = execFileSync(reference, [file], { encoding: 'utf8' }).trim().split(' ');
    plain = Math.min(plain, Number(time));
    checksum = sum!;
  }
  if (reference !== undefined && checksum !== checksumOf(instance, held))
    throw new Error('The two programs place differently.');
  figures.push({
    what: `${size.learners} learners × ${size.wishes} wishes × ${size.offers} offers × ${size.capacity} places`,
    value: `${mine.toFixed(0)} ms`,
    against: reference === undefined ? 'no compiler' : `C++ -O2 ${plain.toFixed(0)} ms, the same placement`,
    ratio: reference === undefined ? null : round(mine / plain),
    goal: '≤ 2',
  });
  const peak = process.resourceUsage().maxRSS / 1024;
  figures.push({
    what: 'peak memory of the process so far',
    value: `${peak.toFixed(0)} MB`,
    against: '1,024 MB',
    ratio: round(peak / 1024),
    goal: '≤ 1',
  });
}

function checksumOf({ wishOffer, wishLearner }: Instance, held: Uint8Array): string {
  let sum = 0;
  held.forEach((isHeld, wish) => {
    if (isHeld === 1) sum += ((wishLearner[wish]! + 1) * (wishOffer[wish]! + 1)) % 1_000_003;
  });
  return String(sum);
}

/**
 * How time grows with the number of learners: the exponent by least squares over three sizes. Wishes that are asked show
 * the work that the method does; the C++ program of the same run shows what the machine's memory adds to it.
 */
function growth(reference: string | undefined): void {
  const points = [10_000, 100_000, 1_000_000].map((learners) => {
    const size = { ...NATION, learners, offers: Math.ceil(learners / 71) };
    const instance = drawInstance(size);
    const repeats = learners < 1_000_000 ? 10 : REPEATS;
    let held: Uint8Array = new Uint8Array();
    const time = leastProcessorTime(() => (held = deferredAcceptance(instance)), repeats);
    return { learners, time, asked: wishesAsked(instance, held), plain: plainTime(reference, instance, size, repeats) };
  });
  const show = (what: string, of: (point: (typeof points)[number]) => number, unit: string, goal: string): void => {
    figures.push({
      what: `growth from 10^4 over 10^5 to 10^6 learners: ${what}`,
      value: points.map((point) => `${of(point).toFixed(unit === 'ms' ? 1 : 0)} ${unit}`).join(', '),
      against: 'exponent 1 is linear',
      ratio: round(slope(points.map((point) => [point.learners, of(point)]))),
      goal,
    });
  };
  show('wishes asked', ({ asked }) => asked, 'wishes', '1');
  show('time', ({ time }) => time, 'ms', 'at most that of C++');
  if (reference !== undefined) show('time of the C++ program', ({ plain }) => plain, 'ms', '');
}

/** How many wishes were looked at: those of each learner down to the one that is held, or all. */
function wishesAsked({ start, places }: Instance, held: Uint8Array): number {
  let asked = 0;
  for (let learner = 0; learner < places.length; learner++) {
    const place = held.subarray(start[learner], start[learner + 1]).indexOf(1);
    asked += place < 0 ? start[learner + 1]! - start[learner]! : place + 1;
  }
  return asked;
}

function plainTime(reference: string | undefined, instance: Instance, size: Size, repeats: number): number {
  if (reference === undefined) return NaN;
  const file = join(folder, 'growth.bin');
  writeBinary(file, instance, size);
  const times = Array.from({ length: repeats }, () =>
    Number(execFileSync(reference, [file], { encoding: 'utf8' }).split(' ')[0]),
  );
  return Math.min(...times);
}

/** The exponent of `y` in `x`, by least squares over their logarithms. */
function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const xs = points.map(([x]) => Math.log10(x));
  const ys = points.map(([, y]) => Math.log10(y));
  const covariance = xs.reduce((sum, x, i) => sum + (x - mean(xs)) * (ys[i]! - mean(ys)), 0);
  return covariance / xs.reduce((sum, x) => sum + (x - mean(xs)) ** 2, 0);
}

function rules(): void {
  const instance = drawInstance(NATION);
  const ruled = withRules(instance);
  const without = leastProcessorTime(() => deferredAcceptance(instance));
  const withAll = leastProcessorTime(() => flexibleDeferredAcceptance(ruled, ruled.rules!));
  figures.push(compared('reserves, ceilings and caps, 1,000,000 learners', withAll, 'without', without, '≤ 3'));
}

function explanations(): void {
  const problem = asProblem(drawInstance({ ...NATION, learners: 100_000, offers: 1400 }));
  const alone = leastProcessorTime(() => solve(problem), 2);
  const explained = leastProcessorTime(() => solve(problem, { explain: true }), 2);
  figures.push(compared('explanation of 1,000,000 wishes and the solve', explained, 'the solve', alone, '≤ 3'));
}

function ranks(): void {
  for (const objective of ['total-rank', 'fewest-last-choices'] as const) {
    const instance = drawInstance({ learners: 10_000, wishes: 10, offers: 1000, capacity: 10 });
    const time = shortest(() => rankMinimising(instance, objective, {}), 2);
    figures.push({
      what: `rank-minimising 10,000 × 1,000, ${objective}`,
      value: `${time.toFixed(0)} ms`,
      against: 'seconds',
      ratio: null,
      goal: 'seconds',
    });
  }
}

function compared(what: string, time: number, name: string, other: number, goal: string): Figure {
  return {
    what,
    value: `${time.toFixed(0)} ms`,
    against: `${name} ${other.toFixed(0)} ms`,
    ratio: round(time / other),
    goal,
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function mean(list: readonly number[]): number {
  return list.reduce((a, b) => a + b) / list.length;
}
