import type { PlanGoal } from '@collegium/contract/participation.ts';
import type { OfferDetails } from '@collegium/contract/kinds.ts';
import type { LocalisedText } from '@collegium/contract/localised-text.ts';
import { pickText } from '@collegium/contract/pick-text.ts';

/** The hours of work that one ECTS credit stands for; the ECTS Users’ Guide (2015) says 25 to 30. */
const hoursPerCredit = 25;
const weekMs = 7 * 86_400_000;

export interface OfferFacts {
  title: LocalisedText;
  details: OfferDetails;
  starts_on: string | null;
  ends_on: string | null;
  hours: number | null;
  credits_ects: number | null;
}

export interface FirstPlan {
  goals: PlanGoal[];
  tasks: string;
  starts_on: string;
  ends_on: string;
  hours: number;
}

/**
 * The plan that an offer itself proposes, in the learner’s language where there are several; undefined without dates or
 * anything to reckon the hours from. An internship’s tasks become one goal per line.
 */
export function firstPlan(offer: OfferFacts, language: string): FirstPlan | undefined {
  const { starts_on, ends_on, details } = offer;
  if (starts_on === null || ends_on === null) return undefined;
  const hours = offer.hours ?? hoursOf(offer, starts_on, ends_on);
  if (hours === undefined || hours <= 0) return undefined;
  const texts = goalsOf(details);
  const goals = texts.length > 0 ? texts : [pickText(offer.title, language)];
  return {
    goals: goals.slice(0, 50).map((text, index) => ({ id: `g${index + 1}`, text: text.slice(0, 1_000) })),
    tasks: details.kind === 'internship' ? (details.tasks ?? '') : '',
    starts_on,
    ends_on,
    hours,
  };
}

function hoursOf({ credits_ects, details }: OfferFacts, startsOn: string, endsOn: string): number | undefined {
  if (details.kind === 'internship' && details.hoursPerWeek !== undefined)
    return Math.round((details.hoursPerWeek * (Date.parse(endsOn) - Date.parse(startsOn))) / weekMs);
  return credits_ects === null ? undefined : credits_ects * hoursPerCredit;
}

function goalsOf(details: OfferDetails): string[] {
  if (details.kind === 'course') return details.learningOutcomes ?? [];
  if (details.kind === 'internship')
    return (details.tasks ?? '')
      .split('\n')
      .map((line) => line.replace(/^\s*[-*•·]\s*/, '').trim())
      .filter(Boolean);
  return [];
}
