interface QueueStripProps {
  /** How many stand in the queue, how many places there are, and the reader's rank from 1. */
  total: number;
  places: number;
  rank: number;
  /** “12 places”, and “you, 14th of 30”: written at their marks and read aloud. */
  placesLabel: string;
  rankLabel: string;
}

/** Above this many, a mark stands for several people, so that each stays visible. */
const mostMarks = 60;

/** One mark per applicant in the order of the queue; cut-off and own place are labelled on it. */
export function QueueStrip({ total, places, rank, placesLabel, rankLabel }: QueueStripProps) {
  const perMark = Math.max(1, Math.ceil(total / mostMarks));
  const marks = Math.ceil(total / perMark);
  const yours = Math.ceil(rank / perMark);
  const cut = Math.min(100, (places / total) * 100);
  const you = Math.min(100, ((rank - 0.5) / total) * 100);
  return (
    <div className="qs" role="img" aria-label={`${rankLabel}. ${placesLabel}.`}>
      <div className="qs-bar">
        {Array.from({ length: marks }, (_, index) => {
          const isIn = index * perMark < places;
          return <i key={index} className={`${isIn ? 'in' : ''}${index + 1 === yours ? ' you' : ''}`} />;
        })}
      </div>
      <span className={cut < 35 ? 'qs-cut after' : 'qs-cut'} style={{ insetInlineStart: `${cut}%` }}>
        <em>{placesLabel}</em>
      </span>
      <span
        className={you < 20 ? 'qs-you early' : you > 80 ? 'qs-you late' : 'qs-you'}
        style={{ insetInlineStart: `${you}%` }}
      >
        <em>{rankLabel}</em>
      </span>
    </div>
  );
}
