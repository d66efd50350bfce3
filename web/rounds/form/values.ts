import type { RankedBy, RoundInput, RoundView } from '@collegium/contract/rounds';
import type { LocalisedText } from '@collegium/contract/localised-text';

/** What the form of a round holds; instants are ISO, '' when nothing is entered. */
export interface RoundValues extends Record<string, unknown> {
  name: LocalisedText;
  term: string;
  opensAt: string;
  closesAt: string;
  respondBy: string;
  wishesMinimum: number;
  wishesMaximum: number;
  rankedBy: RankedBy;
  scoreRule: string;
}

const day = 24 * 60 * 60 * 1_000;

/** A round that opens now, for two weeks, with another two for the answers; to the full hour. */
export function emptyRound(now: Date): RoundValues {
  const at = (days: number) => new Date(Math.ceil((now.getTime() + days * day) / 3_600_000) * 3_600_000).toISOString();
  return {
    name: {},
    term: '',
    opensAt: at(0),
    closesAt: at(14),
    respondBy: at(35),
    wishesMinimum: 1,
    wishesMaximum: 5,
    rankedBy: 'provider_ranking',
    scoreRule: '',
  };
}

export function valuesOf(round: RoundView): RoundValues {
  return {
    name: round.name,
    term: round.term ?? '',
    opensAt: round.opensAt,
    closesAt: round.closesAt,
    respondBy: round.respondBy ?? '',
    wishesMinimum: round.wishesMinimum,
    wishesMaximum: round.wishesMaximum,
    rankedBy: round.rankedBy,
    scoreRule: round.scoreRule ?? '',
  };
}

export function inputOf(values: RoundValues): RoundInput {
  const { name, opensAt, closesAt, wishesMinimum, wishesMaximum, rankedBy } = values;
  return {
    name,
    opensAt,
    closesAt,
    wishesMinimum,
    wishesMaximum,
    rankedBy,
    term: values.term.trim() || null,
    respondBy: values.respondBy || null,
    scoreRule: values.scoreRule.trim() || null,
  };
}
