import { ask, bookingOf, type Answer } from './requests.ts';
import { first, firstDay } from './seed.ts';

const contenders = 64;

export interface Race {
  what: string;
  trials: number;
  /** Sentences about trials that did not end as they must. */
  faults: string[];
  seconds: number;
}

/** In each trial 64 connections ask for the same at the same moment. */
export async function runRaces(origin: string, trials: number): Promise<Race[]> {
  return [
    await race(
      'one slot',
      trials,
      1,
      (trial) => () => bookingOf([first.race + (trial % 200)], slotOf(trial, 200)),
      origin,
    ),
    await race(
      'a pool of 5',
      trials,
      5,
      (trial) => () => bookingOf([first.pool + (trial % 200)], slotOf(trial, 200)),
      origin,
    ),
    await race('room and instrument', trials, 1, pairOf, origin),
  ];
}

/** Half of them name the room first, half the instrument. */
function pairOf(trial: number) {
  const pair = [first.race + 200 + (trial % 100), first.race + 300 + (trial % 100)];
  return (n: number) => bookingOf(n % 2 === 0 ? pair : pair.toReversed(), slotOf(trial, 100));
}

function slotOf(trial: number, resources: number): Date {
  return new Date(firstDay().getTime() + Math.floor(trial / resources) * 7_200_000);
}

async function race(
  what: string,
  trials: number,
  winners: number,
  wishOf: (trial: number) => (contender: number) => object,
  origin: string,
): Promise<Race> {
  const faults: string[] = [];
  const started = performance.now();
  for (let trial = 0; trial < trials; trial += 1) {
    const wish = wishOf(trial);
    const answers = await Promise.all(
      Array.from({ length: contenders }, (_, n) => ask(origin, n, 'POST', '/bookings', wish(n))),
    );
    const held = answers.filter(({ status }) => status === 201).length;
    if (held !== winners) faults.push(`${what}, trial ${trial}: ${held} hold it, not ${winners}`);
    faults.push(...unexpected(answers).map((code) => `${what}, trial ${trial}: ${code}`));
  }
  const seconds = Math.round((performance.now() - started) / 1_000);
  console.error(what, trials, faults.slice(0, 3), seconds);
  return { what, trials, faults, seconds };
}

function unexpected(answers: Answer[]): string[] {
  return [...new Set(answers.flatMap(({ code }) => (code === undefined || code === 'booking.clash' ? [] : [code])))];
}
