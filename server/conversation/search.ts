import { pickText } from '@collegium/contract/localised-text.ts';
import { needWords } from '@collegium/contract/need-words.ts';
import type { SearchView } from '@collegium/contract/search.ts';
import { searchCatalogue } from '../offers/catalogue.ts';
import { searchOrganisations } from '../organisations/organisations.ts';
import type { Scope } from '../platform/scope.ts';
import { listNeeds } from './needs.ts';

const foundAtMost = 6;

/** What the palette shows: without words what waits for the reader, with words also offers and organisations. */
export async function search(scope: Scope, words: string | undefined): Promise<SearchView> {
  const query = words?.trim() ? { words, limit: foundAtMost } : undefined;
  const [needs, offers, organisations] = await Promise.all([
    findNeeds(scope, query?.words),
    query ? searchCatalogue(scope, { ...query, sort: 'match' }) : undefined,
    query ? searchOrganisations(scope, query) : undefined,
  ]);
  return {
    items: [
      ...needs,
      ...(offers?.items ?? []).map((offer) => ({
        id: offer.id,
        title: pickText(offer.title, scope.language),
        detail: offer.provider.name,
        path: `/offers/${offer.id}`,
        isWaiting: false,
      })),
      ...(organisations?.items ?? []).map((organisation) => ({
        id: organisation.id,
        title: organisation.name,
        detail: organisation.city ?? '',
        path: `/organisations/${organisation.id}`,
        isWaiting: false,
      })),
    ],
  };
}

async function findNeeds(scope: Scope, words = ''): Promise<SearchView['items']> {
  const { actor, db, network, clock, language } = scope;
  if (actor.personId === null) return [];
  const needs = await listNeeds(db, network.slug, actor, clock.now());
  return needs
    .map((need) => ({
      id: `${need.kind}:${need.path}`,
      title: `${language.startsWith('zh') ? needWords[need.kind]['zh-CN'] : needWords[need.kind].en} · ${pickText(need.title, language)}`,
      detail: need.concerns ?? '',
      path: need.path,
      isWaiting: true,
    }))
    .filter(({ title, detail }) => `${title} ${detail}`.toLowerCase().includes(words.trim().toLowerCase()))
    .slice(0, foundAtMost);
}
