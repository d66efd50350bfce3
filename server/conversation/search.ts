import { pickText } from '@collegium/contract/localised-text.ts';
import { needWords } from '@collegium/contract/need-words.ts';
import type { SearchView } from '@collegium/contract/search.ts';
import { dayOf } from '../offers/day.ts';
import type { Scope } from '../platform/scope.ts';
import { listNeeds } from './needs.ts';
import { findByWords } from './search-queries.ts';

const foundAtMost = 6;
const none = { offers: [], organisations: [] };

/** What the palette shows: without words what waits for the reader, with words also offers and organisations. */
export async function search(scope: Scope, asked: string | undefined): Promise<SearchView> {
  const words = asked?.trim() ?? '';
  const { db, actor, clock, language } = scope;
  const [needs, found] = await Promise.all([
    findNeeds(scope, words),
    words === '' ? none : findByWords(db, actor, words, { day: dayOf(clock.now()), most: foundAtMost }),
  ]);
  return {
    items: [
      ...needs,
      ...found.offers.map(({ id, title, provider }) => ({
        id,
        title: pickText(title, language),
        detail: provider,
        path: `/offers/${id}`,
        isWaiting: false,
      })),
      ...found.organisations.map(({ id, name, city }) => ({
        id,
        title: name,
        detail: city ?? '',
        path: `/organisations/${id}`,
        isWaiting: false,
      })),
    ],
  };
}

async function findNeeds(scope: Scope, words: string): Promise<SearchView['items']> {
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
    .filter(({ title, detail }) => `${title} ${detail}`.toLowerCase().includes(words.toLowerCase()))
    .slice(0, foundAtMost);
}
