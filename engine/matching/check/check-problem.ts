import { METHODS, OBJECTIVES, type Problem, TIE_RULES } from '../problem.ts';
import { isSeed } from '../hash/seed.ts';
import { checkAgreements } from './check-agreements.ts';
import { checkCombination } from './check-combination.ts';
import { checkOffer } from './check-offer.ts';
import { checkIds, checkRanking, type Names } from './check-ranking.ts';
import { FaultList } from './faults.ts';
import { checkChoice, describe, idOf, type JsonObject, listOf, objectOf, wholeOf } from './shapes.ts';

const PROBLEM_FIELDS = '$schema name method seed ties objective learners offers caps together clashes fixed'.split(' ');
const LEARNER_FIELDS = ['id', 'name', 'preferences', 'groups', 'places'];
const OFFER_FIELDS = 'id name organisation capacity minimum priorities minimums reserves ceilings'.split(' ');

/**
 * Checks parsed JSON and returns it as a problem.
 * Throws `ProblemError` with every fault found, each with its place.
 */
export function checkProblem(value: unknown): Problem {
  const faults = new FaultList();
  const problem = objectOf(value, '', PROBLEM_FIELDS, faults);
  if (problem) checkParts(problem, faults);
  faults.throwIfAny();
  return value as Problem;
}

function checkParts(problem: JsonObject, faults: FaultList): void {
  checkChoice(problem['method'], 'method', METHODS, faults);
  checkChoice(problem['ties'], 'ties', TIE_RULES, faults);
  checkChoice(problem['objective'], 'objective', OBJECTIVES, faults);
  checkSeed(problem['seed'], faults);
  const learners = namesOf(problem['learners'], 'learners', 'learner', LEARNER_FIELDS, faults);
  const offers = namesOf(problem['offers'], 'offers', 'offer', OFFER_FIELDS, faults);
  objectsIn(problem['learners']).forEach(([learner, i]) => {
    checkRanking(learner['preferences'], `learners[${i}].preferences`, offers, faults);
    checkIds(learner['groups'], `learners[${i}].groups`, undefined, faults);
    if (learner['places'] !== undefined) wholeOf(learner['places'], `learners[${i}].places`, 1, faults);
  });
  objectsIn(problem['offers']).forEach(([offer, i]) => checkOffer(offer, `offers[${i}]`, learners, faults));
  // What follows compares parts with each other and needs each of them to be sound.
  faults.throwIfAny();
  checkAgreements(problem as unknown as Problem, learners, offers, faults);
  faults.throwIfAny();
  checkCombination(problem as unknown as Problem, faults);
}

function checkSeed(seed: unknown, faults: FaultList): void {
  if (seed === undefined || isSeed(seed)) return;
  const found = typeof seed === 'string' ? `it has ${seed.length} characters` : `it is ${describe(seed)}`;
  faults.add('bad_seed', 'seed', `A seed is 64 hex digits, but ${found}.`);
}

function namesOf(value: unknown, path: string, noun: string, fields: readonly string[], faults: FaultList): Names {
  const ids = new Map<string, number>();
  listOf(value, path, true, faults).forEach((entry, i) => {
    const item = objectOf(entry, `${path}[${i}]`, fields, faults);
    const id = item && idOf(item['id'], `${path}[${i}].id`, faults);
    if (id === undefined) return;
    const first = ids.get(id);
    if (first === undefined) ids.set(id, i);
    else faults.add('duplicate_id', `${path}[${i}].id`, `"${id}" is also the id of ${path}[${first}].`);
  });
  return { noun, ids };
}

function objectsIn(value: unknown): [JsonObject, number][] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.flatMap((item, i): [JsonObject, number][] =>
    typeof item === 'object' && item !== null && !Array.isArray(item) ? [[item as JsonObject, i]] : [],
  );
}
