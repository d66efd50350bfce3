import { Type, type Static } from 'typebox';
import { Id, OneOf } from '../schema.ts';
import { catalogueFilters } from './catalogue.ts';
import { catalogueSorts } from './terms.ts';

/** What a saved search asks for: words, filters and order of the catalogue. */
export const SavedQuery = Type.Object({ ...catalogueFilters, sort: Type.Optional(OneOf(catalogueSorts)) });
export type SavedQuery = Static<typeof SavedQuery>;

/** Keeps a search of the catalogue under a name; one name means one search. */
export const SavedSearchInput = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  query: SavedQuery,
});
export type SavedSearchInput = Static<typeof SavedSearchInput>;

export const SavedSearchView = Type.Object({
  id: Id,
  name: Type.String(),
  query: SavedQuery,
  createdAt: Type.String(),
});
export type SavedSearchView = Static<typeof SavedSearchView>;

/** How many searches a person keeps at most. */
export const savedSearchesAtMost = 50;

export const SavedSearchList = Type.Object({
  items: Type.Array(SavedSearchView, { maxItems: savedSearchesAtMost }),
});
export type SavedSearchList = Static<typeof SavedSearchList>;
