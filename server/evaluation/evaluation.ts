import type {
  EvaluationFigures,
  EvaluationGroup,
  EvaluationQuery,
  EvaluationView,
} from '@collegium/contract/evaluation.ts';
import { funnelSteps } from '@collegium/contract/evaluation.ts';
import { hideSmallGroups, share } from '@collegium/statistics';
import type { MemberScope } from '../platform/scope.ts';
import { countFunnel, type GroupRow } from './queries.ts';

const groupsShown = 100;

/** The figures as the page shows them: the largest groups first. */
export async function evaluate(scope: MemberScope, query: EvaluationQuery): Promise<EvaluationView> {
  const view = await evaluateAll(scope, query);
  return {
    ...view,
    groups: view.groups.slice(0, groupsShown),
    moreGroups: Math.max(0, view.groups.length - groupsShown),
  };
}

/** All groups, small ones hidden. Page, interface and CSV are all made from this, so none can show more than another. */
export async function evaluateAll(scope: MemberScope, query: EvaluationQuery): Promise<EvaluationView> {
  const by = query.by ?? 'kind';
  const rows = await countFunnel(scope.db, scope.network.slug, scope.actor, query);
  const groups = rows.groups
    .filter(({ key }) => key !== null)
    .toSorted((a, b) => b.applied - a.applied || b.places - a.places || (a.key < b.key ? -1 : 1));
  const { groupFigures, total } = hideSmall(groups, rows.total, rows.threshold);
  return {
    by,
    threshold: rows.threshold,
    countedAt: scope.clock.now().toISOString(),
    groups: groups.map((row, index): EvaluationGroup => ({
      key: row.key,
      label: row.label,
      ...(groupFigures[index] ?? total),
    })),
    moreGroups: 0,
    total,
    rankProfile: hideRanks(rows.rank_profile, rows.threshold),
    terms: rows.terms,
  };
}

const peopleColumns = [...funnelSteps, 'ranked', 'first_wish', 'top_three'] as const;
type PeopleColumn = (typeof peopleColumns)[number];

function hideSmall(groups: GroupRow[], everything: GroupRow, threshold: number) {
  const hidden = hideSmallGroups(
    {
      counts: groups.map((row) => peopleColumns.map((column) => row[column])),
      hasRowTotals: false,
      hasColumnTotals: true,
    },
    threshold,
  );
  const isTotalHidden = (column: number) =>
    hidden.columnTotals[column] === true || isSmall(everything[peopleColumns[column] ?? 'applied'], threshold);
  return {
    groupFigures: groups.map((row, index) =>
      figuresOf(row, (column) => hidden.cells[index]?.[peopleColumns.indexOf(column)] === true),
    ),
    total: figuresOf(everything, (column) => isTotalHidden(peopleColumns.indexOf(column))),
  };
}

function isSmall(count: number, threshold: number): boolean {
  return count > 0 && count < threshold;
}

/** A rate would give a hidden count away, so it is hidden with either of its parts. */
function figuresOf(row: GroupRow, isHidden: (column: PeopleColumn) => boolean): EvaluationFigures {
  const count = (column: PeopleColumn) => (isHidden(column) ? null : row[column]);
  const rate = (part: PeopleColumn, whole: PeopleColumn) =>
    isHidden(part) || isHidden(whole) ? null : share(row[part], row[whole]);
  return {
    offers: row.offers,
    places: row.places,
    applied: count('applied'),
    placed: count('placed'),
    accepted: count('accepted'),
    started: count('started'),
    completed: count('completed'),
    recognised: count('recognised'),
    fillRate: isHidden('accepted') ? null : capped(share(row.accepted, row.places)),
    firstWishRate: rate('first_wish', 'ranked'),
    topThreeRate: rate('top_three', 'ranked'),
    completionRate: rate('completed', 'started'),
  };
}

/** Places may have been reduced after they were filled. */
function capped(rate: number | null): number | null {
  return rate === null ? null : Math.min(1, rate);
}

function hideRanks(profile: number[], threshold: number): (number | null)[] {
  const { cells } = hideSmallGroups(
    { counts: profile.map((count) => [count]), hasRowTotals: false, hasColumnTotals: true },
    threshold,
  );
  return profile.map((count, index) => (cells[index]?.[0] ? null : count));
}
