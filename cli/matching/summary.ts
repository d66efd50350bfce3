import type { Comparison, Result } from '@collegium/matching';

const WARNINGS: Readonly<Record<Result['warnings'][number], string>> = {
  rewards_misstated_wishes:
    'Warning: immediate acceptance rewards learners who misstate their wishes; use it for comparison only.',
  seed_made_from_input:
    'Warning: no seed was given, so it was made from the input; whoever writes the input can steer the lottery.',
};

/** A result in a few lines for the person at the terminal. */
export function summaryOf(
  { statistics, gaveUp, notRunning, size, warnings }: Result,
  comparison?: Comparison,
): string[] {
  const { placed, learners, unfilled, rankProfile, blockingPairs } = statistics;
  return [
    `${placed} of ${learners} learners placed, ${unfilled} places unfilled, ${blockingPairs} blocking pairs.`,
    `By rank: ${rankProfile.map((count, rank) => `${rank + 1}: ${count}`).join(', ') || 'none'}.`,
    ...(size ? [`${size.reached} places given; no stable allocation gives more than ${size.bound}.`] : []),
    ...(notRunning.length > 0 ? [`Do not run: ${notRunning.join(', ')}.`] : []),
    ...gaveUp.map(({ property, because, learners: whom }) => {
      const shown = whom.length > 5 ? `${whom.slice(0, 5).join(', ')} and ${whom.length - 5} more` : whom.join(', ');
      return `Gave up: ${property.replaceAll('_', '-')}, because of ${because.replaceAll('_', ' ')}${shown ? `, for ${shown}` : ''}.`;
    }),
    ...warnings.map((warning) => WARNINGS[warning]),
    ...(comparison ? comparisonLines(comparison) : []),
  ];
}

function comparisonLines({ to, all, byGroup }: Comparison): string[] {
  return [
    `With ${to}: ${countsOf(all)}.`,
    ...Object.entries(byGroup).map(([group, counts]) => `  ${group}: ${countsOf(counts)}.`),
  ];
}

const countsOf = ({ better, worse, same }: Comparison['all']): string =>
  `better for ${better}, worse for ${worse}, same for ${same}`;
