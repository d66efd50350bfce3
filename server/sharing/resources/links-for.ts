import { pickText } from '@collegium/contract/localised-text.ts';
import { openUrlOf, throughResolver } from '@collegium/contract/sharing/library-links.ts';
import type { ResourceView } from '@collegium/contract/sharing/resources.ts';
import type { Actor, Scope } from '../../platform/scope.ts';
import type { ResourceRow } from './resource-query.ts';

/** Who asks a library, and in which language titles are named. */
export type Site = Pick<Scope, 'config' | 'language'>;

/** Ways to an online resource, and to a title at the library, through the reader's own institution. */
export function linksFor(actor: Actor, row: ResourceRow, site: Site): ResourceView['links'] {
  const institution = row.institution_name;
  if (actor.personId === null) return { institution, address: null, isThroughInstitution: false, openUrl: null };
  const isGapFilled = row.url?.includes(institutionGap) === true;
  const address = plainAddress(row);
  const resolver = address === null ? null : row.link_resolver;
  return {
    institution,
    address: address !== null && resolver !== null ? throughResolver(resolver, address) : address,
    isThroughInstitution: address !== null && (resolver !== null || isGapFilled),
    openUrl: libraryAddress(row, site),
  };
}

const institutionGap = '{institution}';

/** What the owner entered; the domain of the reader's institution stands where a gap was left for it. */
function plainAddress({ url, institution_domain: domain }: ResourceRow): string | null {
  if (!url?.includes(institutionGap)) return url;
  return domain === null ? null : url.replaceAll(institutionGap, () => encodeURIComponent(domain));
}

function libraryAddress({ name, isbn, issn, doi, open_url_base: base }: ResourceRow, site: Site): string | null {
  if (base === null || (isbn === null && issn === null && doi === null)) return null;
  const title = pickText(name, site.language);
  return openUrlOf(base, { title, isbn, issn, doi }, new URL(site.config.url).hostname);
}
