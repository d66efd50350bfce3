import type { EligibilityRule, LanguageResult, LearnerFacts } from '@collegium/contract/eligibility.ts';
import { eligibilityFailures } from '@collegium/contract/eligibility.ts';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32, T. Ettinger). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface GeneratedLearner {
  email: string;
  organisation: string;
  gradeAverage: number;
  languageResults: LanguageResult[];
  score: number;
}

const scale = 4.5;

/** A learner of one of the organisations, with an average and language results as they are spread among applicants. */
export function generateLearner(
  number: number,
  organisations: readonly string[],
  random: () => number,
): GeneratedLearner {
  const ability = (random() + random() + random()) / 3;
  const around = (middle: number, spread: number) =>
    middle + (ability - 0.5) * spread + (random() - 0.5) * spread * 0.4;
  const tests: LanguageResult[] = [
    { test: 'TOEFL iBT', score: Math.round(Math.min(120, Math.max(20, around(82, 90)))) },
    { test: 'IELTS', score: Math.round(Math.min(9, Math.max(3, around(6.3, 5))) * 2) / 2 },
    { test: 'TOEFL ITP', score: Math.round(Math.min(677, Math.max(310, around(530, 300)))) },
  ];
  return {
    email: `learner-${number}@example.org`,
    organisation: organisations[number % organisations.length] ?? '',
    gradeAverage: Math.round(Math.min(scale, Math.max(1.5, around(3.2, 3))) * 100) / 100,
    languageResults: tests.filter(() => random() < 0.4),
    score: Math.round(around(1_200, 1_200)),
  };
}

/** The learner as a line of the file that is imported. */
export function lineOf({ email, organisation, gradeAverage, languageResults }: GeneratedLearner): string {
  const studies = { level: 'bachelor', gradeAverage, gradeAverageMaximum: scale, languageResults };
  return `${JSON.stringify({ name: email, email, role: 'learner', organisation, ...studies })}\n`;
}

export interface Wishable {
  id: string;
  fieldCode: string | null;
  eligibility: EligibilityRule[];
}

/**
 * Draws wishes: some offers are wished for far more than others, and two of three wishes lie in one field. Nobody wishes
 * for what they may not have.
 */
export function wishMaker(offers: readonly Wishable[], random: () => number) {
  const popular = offers.map((offer) => ({ offer, order: random() })).toSorted((a, b) => a.order - b.order);
  const byField = Map.groupBy(popular, ({ offer }) => offer.fieldCode ?? '');
  const fields = [...byField.keys()];
  return (learner: GeneratedLearner, atMost: number): string[] => {
    const own = byField.get(fields[Math.floor(random() * fields.length)] ?? '') ?? popular;
    const wanted = 1 + Math.floor(random() * atMost);
    const wishes = new Set<string>();
    for (let attempt = 0; attempt < atMost * 6 && wishes.size < wanted; attempt += 1) {
      const list = random() < 2 / 3 ? own : popular;
      const picked = list[Math.floor(random() ** 2 * list.length)]?.offer;
      if (picked && eligibilityFailures(picked.eligibility, factsOf(learner)).length === 0) wishes.add(picked.id);
    }
    return [...wishes];
  };
}

function factsOf({ gradeAverage, languageResults, organisation }: GeneratedLearner): LearnerFacts {
  return {
    level: 'bachelor',
    fieldCode: null,
    gradeAverage,
    gradeAverageMaximum: scale,
    termsCompleted: null,
    languageResults,
    organisationId: organisation,
  };
}
