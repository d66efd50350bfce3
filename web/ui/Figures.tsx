import type { ReactNode } from 'react';

/** Headline figures in a row, each with the words that complete it: “371 · placed, 90%”. */
export function Figures({ items }: { items: readonly { figure: ReactNode; words: ReactNode }[] }) {
  return (
    <dl className="figures">
      {items.map(({ figure, words }, index) => (
        <div key={index}>
          <dt>{words}</dt>
          <dd className="num">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
