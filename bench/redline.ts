import { redline, type ReadClause } from '../contract/agreements/redline/index.ts';

/** What a page may take before people notice: the budget of issue and guide. */
const budgetMs = 50;
const clauseCount = 300;
const repeats = 9;

const figures = (
  ['a word in every tenth clause', 'every fifth word of all clauses', 'Chinese, every fifth character'] as const
).map((what, index) => {
  const before = draw(index === 2);
  const after = index === 0 ? changeSome(before) : changeAll(before, index === 2);
  const times = Array.from({ length: repeats }, () => {
    const begin = performance.now();
    redline(before, after);
    return performance.now() - begin;
  }).toSorted((a, b) => a - b);
  // The shortest is what the machine can do when nothing else disturbs it.
  const [shortest = 0, slowest = 0] = [times[0], times.at(-1)];
  return {
    what: `redline of ${clauseCount} clauses, ${what}`,
    value: `${shortest.toFixed(1)} ms, ${slowest.toFixed(1)} ms slowest`,
    against: `${budgetMs} ms`,
    ratio: Number((shortest / budgetMs).toFixed(2)),
    goal: '≤ 1',
  };
});
if (process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 1));
else console.table(figures);

/** Clauses of three paragraphs of sixty words; the same every time. */
function draw(isChinese: boolean): ReadClause[] {
  return Array.from({ length: clauseCount }, (_, clause) => ({
    key: `clause-${clause}`,
    title: `Clause ${clause}`,
    paragraphs: Array.from({ length: 3 }, (__, paragraph) =>
      Array.from({ length: 60 }, (___, word) => wordOf(clause * 180 + paragraph * 60 + word, isChinese)).join(
        isChinese ? '' : ' ',
      ),
    ),
  }));
}

function wordOf(index: number, isChinese: boolean): string {
  const drawn = (index * 2_654_435_761) % 997;
  return isChinese ? String.fromCodePoint(0x4e00 + drawn) : `word${drawn}`;
}

function changeSome(clauses: readonly ReadClause[]): ReadClause[] {
  return clauses.map((clause, index) =>
    index % 10 === 0 ? { ...clause, paragraphs: clause.paragraphs.map((text) => `${text} and more`) } : clause,
  );
}

function changeAll(clauses: readonly ReadClause[], isChinese: boolean): ReadClause[] {
  const space = isChinese ? '' : ' ';
  return clauses.map((clause) => ({
    ...clause,
    paragraphs: clause.paragraphs.map((text) =>
      text
        .split(space)
        .map((word, index) => (index % 5 === 0 ? (isChinese ? '新' : 'changed') : word))
        .join(space),
    ),
  }));
}
