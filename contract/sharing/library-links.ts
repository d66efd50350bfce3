/** Where the address of what is to be opened stands in that of a resolver. */
export const urlGap = '{url}';

/** What is wrong with the address of a library's resolver or of its OpenURL service. */
export type LinkFault = 'not_https' | 'not_a_site' | 'gap_misplaced' | 'no_place' | 'has_fragment';

/**
 * What is wrong with a resolver's address, if anything. Whatever is put into it must not change the site that it leads to:
 * the gap stands behind the site, and an address without one ends where another can follow.
 */
export function faultOfResolver(address: string): LinkFault | undefined {
  const parts = address.split(urlGap);
  const [before = '', after = ''] = parts;
  const fault = faultOfSite(before + after);
  if (fault) return fault;
  if (parts.length > 2 || /[{}]/.test(before + after)) return 'gap_misplaced';
  if (parts.length === 2) return isBehindSite(before) ? undefined : 'gap_misplaced';
  return isBehindSite(address) && /[=/]$/.test(address) ? undefined : 'no_place';
}

/** The same of the base of an OpenURL service. */
export function faultOfOpenUrlBase(address: string): LinkFault | undefined {
  const fault = faultOfSite(address);
  if (fault) return fault;
  return /[{}]/.test(address) ? 'gap_misplaced' : undefined;
}

/** The address that opens a target through the resolver. */
export function throughResolver(resolver: string, target: string): string {
  const encoded = encodeURIComponent(target);
  return resolver.includes(urlGap) ? resolver.replace(urlGap, () => encoded) : `${resolver}${encoded}`;
}

/** What a title is known by. */
export interface CitedTitle {
  title: string;
  isbn: string | null;
  issn: string | null;
  doi: string | null;
}

/** The title as an OpenURL 1.0 in the key/encoded-value format (ANSI/NISO Z39.88-2004), asked by `referrer`. */
export function openUrlOf(base: string, { title, isbn, issn, doi }: CitedTitle, referrer: string): string {
  const address = new URL(base);
  const put = (key: string, value: string) => address.searchParams.append(key, value);
  put('url_ver', 'Z39.88-2004');
  put('ctx_ver', 'Z39.88-2004');
  put('rfr_id', `info:sid/${referrer}`);
  if (doi !== null) put('rft_id', `info:doi/${doi}`);
  if (isbn !== null) put('rft_id', `urn:ISBN:${isbn}`);
  if (issn !== null) put('rft_id', `urn:ISSN:${issn}`);
  if (isbn !== null) {
    put('rft_val_fmt', 'info:ofi/fmt:kev:mtx:book');
    put('rft.genre', 'book');
    put('rft.btitle', title);
    put('rft.isbn', isbn);
  } else if (issn !== null) {
    put('rft_val_fmt', 'info:ofi/fmt:kev:mtx:journal');
    put('rft.genre', 'journal');
    put('rft.jtitle', title);
    put('rft.issn', issn);
  } else {
    put('rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc');
    put('rft.title', title);
  }
  return address.href;
}

/** A secure address of a site with a name in the open internet's form, without a password or a fragment. */
function faultOfSite(address: string): LinkFault | undefined {
  if (!/^https:\/\/[^/\\]/i.test(address) || /[\s\\<>"'`\p{Cc}\p{Cf}]/u.test(address)) return 'not_https';
  const site = URL.parse(address);
  if (site?.protocol !== 'https:') return 'not_https';
  if (address.includes('#')) return 'has_fragment';
  const isNamed = /^([a-z0-9-]+\.)+[a-z][a-z0-9-]*$/.test(site.hostname);
  return isNamed && site.username === '' && site.password === '' && !address.includes('@') ? undefined : 'not_a_site';
}

function isBehindSite(before: string): boolean {
  return /^https:\/\/[^/?]+[/?]/i.test(before);
}
