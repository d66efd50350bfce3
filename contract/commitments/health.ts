import { dayNumber } from './days.ts';
import { judge, nextChange, type CommitmentWord, type FigureFacts } from './judge.ts';

/** A figure of an agreement, by its commitment and period. */
export interface AgreementFigure extends FigureFacts {
  commitmentId: string;
  period: number;
}

/** How an agreement stands: its worst word, how many promises stand how, and the weakest of them. */
export interface AgreementHealth {
  word: CommitmentWord;
  counts: Record<CommitmentWord, number>;
  weakest: { commitmentId: string; period: number } | null;
  /** The first day on which time alone changes a word. */
  changesOn: string | null;
}

/** Worst first; what is not yet due says nothing about how well an agreement is kept. */
export const worstFirst: readonly CommitmentWord[] = ['missed', 'at_risk', 'on_track', 'kept', 'not_yet_due'];
/** A missed promise weighs on an agreement for a year; then it is history. */
const rememberedDays = 365;

/**
 * The health of an agreement on a day. Of every commitment its current period counts, or the last one when none is
 * current, or the next when none has begun; and a period that was missed during the last year.
 */
export function healthOf(figures: readonly AgreementFigure[], today: string): AgreementHealth {
  const counts = { kept: 0, on_track: 0, at_risk: 0, missed: 0, not_yet_due: 0 };
  let weakest: { figure: AgreementFigure; rank: number; behind: number } | null = null;
  for (const figure of relevant(figures, today)) {
    const { word, behind } = judge(figure, today);
    counts[word] += 1;
    const rank = worstFirst.indexOf(word);
    const share = behind / Math.max(1, figure.promised);
    if (weakest === null || rank < weakest.rank || (rank === weakest.rank && share > weakest.behind))
      weakest = { figure, rank, behind: share };
  }
  const changes = figures.flatMap((figure) => nextLook(figure, today) ?? []).toSorted();
  return {
    word: weakest === null ? 'not_yet_due' : (worstFirst[weakest.rank] ?? 'not_yet_due'),
    counts,
    weakest: weakest && { commitmentId: weakest.figure.commitmentId, period: weakest.figure.period },
    changesOn: changes[0] ?? null,
  };
}

/** The figures that say how the agreement stands on the day. */
export function relevant(figures: readonly AgreementFigure[], today: string): AgreementFigure[] {
  return [...Map.groupBy(figures, ({ commitmentId }) => commitmentId).values()].flatMap((own) => {
    const ordered = own.toSorted((a, b) => a.period - b.period);
    const current =
      ordered.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn) ??
      ordered.findLast(({ endsOn }) => endsOn < today) ??
      ordered[0];
    const missed = ordered.filter(
      (figure) =>
        figure !== current &&
        figure.endsOn < today &&
        dayNumber(today) - dayNumber(figure.endsOn) <= rememberedDays &&
        judge(figure, today).word === 'missed',
    );
    return current ? [...missed, current] : missed;
  });
}

/** When this figure may next change what the agreement's health says: its word, its turn, or its being forgotten. */
function nextLook(figure: AgreementFigure, today: string): string | null {
  const forgotten = new Date((dayNumber(figure.endsOn) + rememberedDays + 1) * 86_400_000).toISOString().slice(0, 10);
  const days = [nextChange(figure, today), figure.startsOn, forgotten];
  return days.filter((day) => day !== null && day > today).toSorted()[0] ?? null;
}
