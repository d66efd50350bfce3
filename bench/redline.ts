import { redline, type ReadClause } from '../contract/agreements/redline/index.ts';

/** What a page may take before people notice: the budget of issue and guide. */
const budgetMs = 50;
const clauseCount = 300;
const repeats = 15;

type Change = (clauses: readonly ReadClause[]) => ReadClause[];
const cases: [what: string, clauses: ReadClause[], change: Change][] = [
  ['a word in every tenth clause', draw(), changeSome],
  ['every fifth word of all clauses', draw(), (clauses) => changeEvery(5, clauses)],
  ['every word', draw(), (clauses) => changeEvery(1, clauses)],
  ['Chinese, every fifth sign', draw(true), (clauses) => changeEvery(5, clauses, true)],
];
const figures = cases.map(([what, before, change]) => {
  const after = change(before);
  const times = Array.from({ length: repeats }, () => {
    const begin = process.cpuUsage();
    redline(before, after);
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1_000;
  });
  const [first = 0] = times;
  const ordered = times.toSorted((a, b) => a - b);
  const median = ordered[Math.floor(repeats / 2)] ?? 0;
  return {
    what: `redline of ${clauseCount} clauses, ${what}`,
    value: `${median.toFixed(1)} ms of processor time, ${first.toFixed(1)} ms the first time`,
    against: `${budgetMs} ms`,
    ratio: Number((median / budgetMs).toFixed(2)),
    goal: '≤ 1',
  };
});
if (process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 1));
else console.table(figures);

/** Clauses of three paragraphs of sixty words; the same every time. */
function draw(isChinese = false): ReadClause[] {
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

function changeEvery(nth: number, clauses: readonly ReadClause[], isChinese = false): ReadClause[] {
  const space = isChinese ? '' : ' ';
  return clauses.map((clause) => ({
    ...clause,
    paragraphs: clause.paragraphs.map((text) =>
      text
        .split(space)
        .map((word, index) => (index % nth === 0 ? (isChinese ? '新' : 'changed') : word))
        .join(space),
    ),
  }));
}
