import { pickText } from '@collegium/contract/localised-text.ts';
import { needWords } from '@collegium/contract/need-words.ts';
import type { SearchView } from '@collegium/contract/search.ts';
import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import { dayOf } from '../offers/day.ts';
import type { Scope } from '../platform/scope.ts';
import { listNeeds } from './needs.ts';
import { findByWords, type FoundByWords } from './search-queries.ts';

const foundAtMost = 6;

/** What the palette shows: without words what waits for the reader, with words also offers, resources and the rest. */
export async function search(scope: Scope, asked: string | undefined): Promise<SearchView> {
  const words = asked?.trim() ?? '';
  const { db, actor, clock, language } = scope;
  const now = clock.now();
  const [needs, found] = await Promise.all([
    findNeeds(scope, words),
    words === '' ? undefined : findByWords(db, actor, words, { day: dayOf(now), now, most: foundAtMost }),
  ]);
  return { items: [...needs, ...(found ? inWords(found, language) : [])] };
}

function inWords(found: FoundByWords, language: string): SearchView['items'] {
  const local = language.startsWith('zh') ? 'zh-CN' : 'en';
  return [
    ...found.offers.map(({ id, title, provider, starts_on, ends_on }) =>
      item('offers', id, pickText(title, language), provider, datesInWords(starts_on, ends_on, language)),
    ),
    ...found.resources.map(({ id, name, owner, city }) => item('resources', id, pickText(name, language), owner, city)),
    ...found.agreements.map(({ id, title, reference, state }) =>
      item('agreements', id, pickText(title, language), agreementMachine.states[state][local], reference),
    ),
    ...found.organisations.map(({ id, name, city }) => item('organisations', id, name, city)),
  ];
}

function item(path: string, id: string, title: string, ...details: (string | null)[]): SearchView['items'][number] {
  const detail = details.filter((one) => one !== null).join(' · ');
  return { id, title, detail, path: `/${path}/${id}`, isWaiting: false };
}

/** Tells offers of one name apart: from when to when. */
function datesInWords(from: string | null, to: string | null, language: string): string | null {
  if (from === null) return null;
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  return format.formatRange(new Date(from), new Date(to ?? from));
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
