import type { CutOff, Reason, Standing } from './reasons.ts';

/** A reason in plain English, to the learner. Pages have their own texts per language for the same codes. */
export function sentenceFor(reason: Reason): string {
  switch (reason.code) {
    case 'placed':
      return `You hold this place: you were ${position(reason)}; ${cut(reason)}.`;
    case 'placed_by_hand':
      return `You were placed by hand in ${reason.offer}${reason.note === null ? '' : `: ${reason.note}`}.`;
    case 'holds_better':
      return `You hold ${reason.held.join(' and ')}, which you put at least as high.`;
    case 'outranked':
      return `You were ${position(reason)}; ${cut(reason)}.`;
    case 'lost_lottery':
      return `You were ${position(reason)}, equal to the last one placed, who had the lower lottery number; ${cut(reason)}.`;
    case 'tie_broken_for_more':
      return `You were equal to the last one placed, and placing them let more learners be placed in all; ${cut(reason)}.`;
    case 'reserved':
      return `You were ${position(reason)}; ${cut(reason)}; ${reason.reserves.map(({ group, places }) => `${places} places were reserved for ${group}`).join(', ')}.`;
    case 'ceiling':
      return `You were ${position(reason)}; at most ${reason.ceiling} places go to ${reason.group}, and those were taken.`;
    case 'cap':
      return `You were ${position(reason)}; ${reason.organisation} gives at most ${reason.cap} places over all its offers, and those were taken.`;
    case 'not_ranked':
      return 'The offer does not accept you.';
    case 'no_places':
      return 'The offer had no place to give.';
    case 'not_running':
      return `The offer does not run: it needs at least ${reason.minimum} learners.`;
    case 'clashes':
      return `It overlaps in time with ${reason.with}, where you hold a place.`;
    case 'together':
      return `You and ${reason.with.join(', ')} could not all be placed here.`;
    case 'given_up':
      return `You were ${position(reason)}; the rule could not honour every wish, and the result says what it gave up; ${cut(reason)}.`;
    case 'turn_too_late':
      return `In the lottery you were ${position(reason)}; all places were taken before your turn; ${cut(reason)}.`;
    case 'others_wished_it_more':
      return `Learners who put this offer higher on their lists came first: you were ${position(reason)}; ${cut(reason)}.`;
    case 'traded':
      return `The places went to those who could exchange for them: you were ${position(reason)}; ${cut(reason)}.`;
    case 'better_for_all':
      return `Another arrangement gives better ranks to all together; ${cut(reason)}.`;
  }
}

const position = ({ position: at, applicants, score }: Standing): string =>
  `number ${at} of ${applicants}${score === null ? '' : ` with ${score} points`}`;

function cut({ places, lastPosition, lastScore }: CutOff): string {
  if (lastPosition === null) return `there were ${places} places and nobody was placed`;
  return `there were ${places} places and the last one placed was number ${lastPosition}${lastScore === null ? '' : ` with ${lastScore} points`}`;
}
