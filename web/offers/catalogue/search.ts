import { levels, type Level } from '@collegium/contract/levels';
import { offerKinds, type OfferKind } from '@collegium/contract/offer-kinds';
import {
  allocations,
  audiences,
  catalogueSorts,
  modes,
  type Allocation,
  type Audience,
  type CatalogueSort,
  type Mode,
} from '@collegium/contract/offers/terms';

/** What the address of the catalogue holds: words, filters and order. The names are those of the interface. */
export interface CatalogueSearch {
  words?: string | undefined;
  kind?: OfferKind[] | undefined;
  audience?: Audience[] | undefined;
  mode?: Mode[] | undefined;
  level?: Level[] | undefined;
  field?: string[] | undefined;
  language?: string[] | undefined;
  country?: string[] | undefined;
  allocatedBy?: Allocation[] | undefined;
  openNow?: true | undefined;
  ended?: true | undefined;
  sort?: CatalogueSort | undefined;
}

/** Reads the address; what is none of its values is left out rather than refused. */
export function readCatalogueSearch(given: Record<string, unknown>): CatalogueSearch {
  return {
    words: textOf(given['words']),
    kind: listOf(given['kind'], isIn(offerKinds)),
    audience: listOf(given['audience'], isIn(audiences)),
    mode: listOf(given['mode'], isIn(modes)),
    level: listOf(given['level'], isIn(levels)),
    field: listOf(given['field'], matches(/^\d{2,4}$/)),
    language: listOf(given['language'], matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
    country: listOf(given['country'], matches(/^[A-Z]{2}$/)),
    allocatedBy: listOf(given['allocatedBy'], isIn(allocations)),
    openNow: given['openNow'] === true ? true : undefined,
    ended: given['ended'] === true ? true : undefined,
    sort: catalogueSorts.find((sort) => sort === given['sort']),
  };
}

/** Whether any filter is chosen; words and order are none. */
export function hasFilters({ words: _words, sort: _sort, ...filters }: CatalogueSearch): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

/** The orders that make sense, and the one in force. What matches best can only be said when there are words to match. */
export function offeredSorts({ sort, words }: CatalogueSearch): {
  offered: readonly CatalogueSort[];
  current: CatalogueSort;
} {
  const offered = catalogueSorts.filter((one) => one !== 'match' || words !== undefined);
  return { offered, current: offered.find((one) => one === sort) ?? 'newest' };
}

/** The router reads `2027` in an address as a number. */
function textOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.slice(0, 200) : undefined;
}

function listOf<Value extends string>(value: unknown, is: (one: string) => one is Value): Value[] | undefined {
  const values = (Array.isArray(value) ? value : [value]).map((one: unknown) => textOf(one) ?? '').filter(is);
  return values.length > 0 ? [...new Set(values)].slice(0, 30) : undefined;
}

function isIn<Value extends string>(all: readonly Value[]): (one: string) => one is Value {
  const known: readonly string[] = all;
  return (one): one is Value => known.includes(one);
}

function matches(pattern: RegExp): (one: string) => one is string {
  return (one): one is string => pattern.test(one);
}
