import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultOfOpenUrlBase, faultOfResolver, openUrlOf, throughResolver } from './library-links.ts';
import { doiOf, isbnOf, issnOf } from './library-numbers.ts';

const resolvers = [
  'https://proxy.example.edu/login?qurl=',
  'https://proxy.example.edu/login?url={url}&group=staff',
  'https://login.proxy.example.edu/to/',
  'https://proxy.example.edu:2443/?{url}',
];

test.each(resolvers)('%s is taken', (address) => {
  expect(faultOfResolver(address)).toBeUndefined();
});

test('no target, however made, leads to another site than the resolver’s, and it arrives whole', () => {
  fc.assert(
    fc.property(fc.constantFrom(...resolvers), fc.string({ unit: 'binary' }), (resolver, tail) => {
      const target = `https://journal.example.org/${encodeURI(tail.toWellFormed())}`;
      const opened = new URL(throughResolver(resolver, target));
      expect(opened.host).toBe(new URL(resolver).host);
      expect(decodeURIComponent(opened.href)).toContain(target);
    }),
  );
});

test.each([
  ['javascript:alert(1)//', 'not_https'],
  ['http://proxy.example.edu/login?url=', 'not_https'],
  ['https:proxy.example.edu/login?url=', 'not_https'],
  ['https:///evil.example.org/', 'not_https'],
  ['https://\\evil.example.org/', 'not_https'],
  ['https://proxy.example.edu/ login?url=', 'not_https'],
  ['https://proxy.example.edu/\u202Elru?=', 'not_https'],
  ['https://proxy.example.edu/"onclick="x/', 'not_https'],
  ['https://proxy.example.edu@evil.example.org/login?url=', 'not_a_site'],
  ['https://user:secret@proxy.example.edu/login?url=', 'not_a_site'],
  ['https://127.0.0.1/login?url=', 'not_a_site'],
  ['https://2130706433/login?url=', 'not_a_site'],
  ['https://[::1]/login?url=', 'not_a_site'],
  ['https://localhost/login?url=', 'not_a_site'],
  ['https://{url}', 'not_https'],
  ['https://{url}.example.edu/', 'not_a_site'],
  ['https://proxy.{url}.example.edu/', 'not_a_site'],
  ['https://proxy.example.edu{url}', 'gap_misplaced'],
  ['https://proxy.example.edu:{url}', 'gap_misplaced'],
  ['https://proxy.example.edu/{url}/{url}', 'gap_misplaced'],
  ['https://proxy.example.edu/{host}?u={url}', 'gap_misplaced'],
  ['https://proxy.example.edu', 'no_place'],
  ['https://proxy.example.edu/login', 'no_place'],
  ['https://proxy.example.edu/#{url}', 'has_fragment'],
])('%s is refused: %s', (address, fault) => {
  expect(faultOfResolver(address)).toBe(fault);
});

test('a base of OpenURL keeps what it has, and titles cannot add to what is asked', () => {
  expect(faultOfOpenUrlBase('https://sfx.example.edu/local?sid=main')).toBeUndefined();
  expect(faultOfOpenUrlBase('https://sfx.example.edu/{url}')).toBe('gap_misplaced');
  expect(faultOfOpenUrlBase('https://sfx.example.edu/#x')).toBe('has_fragment');
  const book = { title: 'Light & matter&rft.isbn=1#?', isbn: '9780306406157', issn: null, doi: '10.1000/182' };
  const { searchParams, host } = new URL(
    openUrlOf('https://sfx.example.edu/local?sid=main', book, 'shared.example.org'),
  );
  expect(host).toBe('sfx.example.edu');
  expect(Object.fromEntries(searchParams)).toEqual({
    sid: 'main',
    url_ver: 'Z39.88-2004',
    ctx_ver: 'Z39.88-2004',
    rfr_id: 'info:sid/shared.example.org',
    rft_id: 'urn:ISBN:9780306406157',
    rft_val_fmt: 'info:ofi/fmt:kev:mtx:book',
    'rft.genre': 'book',
    'rft.btitle': 'Light & matter&rft.isbn=1#?',
    'rft.isbn': '9780306406157',
  });
  expect(searchParams.getAll('rft_id')).toEqual(['info:doi/10.1000/182', 'urn:ISBN:9780306406157']);
});

test('a journal is asked for as one, and what has a DOI alone by it', () => {
  const none = { title: 'Nature', isbn: null, issn: null, doi: null };
  const asked = (title: typeof none | object) =>
    new URL(openUrlOf('https://sfx.example.edu/', { ...none, ...title }, 'here')).searchParams;
  expect(asked({ issn: '0028-0836' }).get('rft_val_fmt')).toBe('info:ofi/fmt:kev:mtx:journal');
  expect(asked({ doi: '10.1000/182' }).get('rft_id')).toBe('info:doi/10.1000/182');
  expect(asked({ doi: '10.1000/182' }).get('rft.title')).toBe('Nature');
});

test('numbers are read as people write them, and refused when a digit is wrong', () => {
  expect(isbnOf('978-0-306-40615-7')).toBe('9780306406157');
  expect(isbnOf('0 306 40615 2')).toBe('0306406152');
  expect(isbnOf('080442957x')).toBe('080442957X');
  expect(isbnOf('978-0-306-40615-8')).toBeUndefined();
  expect(isbnOf('0306406153')).toBeUndefined();
  expect(issnOf('0028-0836')).toBe('0028-0836');
  expect(issnOf('2434561x')).toBe('2434-561X');
  expect(issnOf('0028-0837')).toBeUndefined();
  expect(doiOf('https://doi.org/10.1000/182')).toBe('10.1000/182');
  expect(doiOf('doi:10.1000/182')).toBe('10.1000/182');
  expect(doiOf('11.1000/182')).toBeUndefined();
  expect(doiOf('10.1000/a b')).toBeUndefined();
});
