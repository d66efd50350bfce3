import { SavedSearchInput, SavedSearchList, SavedSearchView } from '@collegium/contract/offers/saved-searches.ts';
import { Id } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { route, type Route } from '../platform/http/route.ts';
import { listSavedSearches, removeSavedSearch, saveSearch } from './saved-searches.ts';

export const savedSearchRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/saved-searches',
    permission: 'saved_search:keep',
    summary: 'The searches of the catalogue that one keeps, by name',
    response: { 200: SavedSearchList },
    handle: ({ scope }) => listSavedSearches(scope),
  }),
  route({
    method: 'POST',
    url: '/saved-searches',
    permission: 'saved_search:keep',
    summary: 'Keep a search under a name, or replace the one that has it',
    body: SavedSearchInput,
    response: { 201: SavedSearchView },
    handle: async ({ scope, body, reply }) => {
      reply.status(201);
      return saveSearch(scope, body);
    },
  }),
  route({
    method: 'DELETE',
    url: '/saved-searches/:savedSearchId',
    permission: 'saved_search:keep',
    summary: 'Remove a search that one keeps',
    params: Type.Object({ savedSearchId: Id }),
    response: { 204: Type.Null() },
    handle: ({ scope, params }) => removeSavedSearch(scope, params.savedSearchId),
  }),
];
