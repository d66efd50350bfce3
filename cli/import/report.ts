import type { ImportProblem, ImportSummary } from '@collegium/contract/imports.ts';

/** So many problems are shown; `--json` has the first thousand. */
const shown = 40;

/** What came of an import, for people. */
export function reportOf(summary: ImportSummary): string {
  const { problems, notices, problemCount } = summary;
  return [
    ...problems.slice(0, shown).map(lineOf),
    ...(problemCount > shown ? [`… and ${problemCount - Math.min(shown, problems.length)} more problems.`] : []),
    ...notices.slice(0, shown).map((notice) => `Notice: ${lineOf(notice)}`),
    ...(notices.length > shown ? [`… and ${notices.length - shown} more notices.`] : []),
    countsOf(summary),
    outcomeOf(summary),
  ].join('\n');
}

/** A cell that begins like a formula stays text where the report is opened in a spreadsheet: the line begins with “Row”. */
function lineOf({ row, column, message }: ImportProblem): string {
  return `Row ${row}${column === null ? '' : `, column “${column}”`}: ${message}`;
}

function countsOf({ rowsRead, rowsLeftOut, rowsValid, problemCount }: ImportSummary): string {
  return `${rowsRead} rows read, ${rowsValid} valid, ${rowsLeftOut} left out by the mapping, ${problemCount} problems.`;
}

function outcomeOf({ isDryRun, state, kind, rowsCreated, rowsUnchanged }: ImportSummary): string {
  if (state === 'refused') return 'Nothing was written: with --apply all, every row must be right.';
  const there = `${rowsUnchanged} were there already and stay as they are`;
  if (isDryRun)
    return `Nothing was written: this was a dry run. ${rowsCreated} ${kind} would be added; ${there}. Repeat with --apply.`;
  return `${rowsCreated} ${kind} added; ${there}.`;
}
