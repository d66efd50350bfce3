import fc from 'fast-check';
import type { XmlElement } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { conditionsHash, conditionsText } from './conditions-hash.ts';
import { type Iia, type Mobility, mobilityKinds } from './iia.ts';
import { clauseOfMobility, mobilityOfClause } from './mobility-clause.ts';
import { readIias } from './read-iias.ts';
import { writeIias } from './write-iias.ts';
import { childrenNamed, parseXml } from './xml.ts';

const xmlns = 'https://github.com/erasmus-without-paper/ewp-specs-api-iias/blob/stable-v7/endpoints/get-response.xsd';

/** The conditions whose text and hash are published with the transformation: what is open, and old codes, count as there. */
const published = `<iias-get-response xmlns="${xmlns}"><iia>
  <partner><hei-id>uw.edu.pl</hei-id><iia-id>0f7a5682-faf7-49a7-9cc7-ec486c49a281</iia-id></partner>
  <partner><hei-id>hibo.no</hei-id><iia-id>1954991</iia-id></partner>
  <in-effect>true</in-effect>
  <cooperation-conditions>
    <student-studies-mobility-spec>
      <sending-hei-id>uw.edu.pl</sending-hei-id><sending-ounit-id>140</sending-ounit-id>
      <sending-contact><c:contact-name xmlns:c="urn:c">Nobody</c:contact-name></sending-contact>
      <receiving-hei-id>hibo.no</receiving-hei-id>
      <receiving-first-academic-year-id>2014/2015</receiving-first-academic-year-id>
      <receiving-last-academic-year-id>2020/2021</receiving-last-academic-year-id>
      <mobilities-per-year not-yet-defined="true">2</mobilities-per-year>
      <recommended-language-skill not-yet-defined="true"><language>en</language><cefr-level>B1</cefr-level></recommended-language-skill>
      <subject-area><isced-f-code v6-value="031">0314</isced-f-code><isced-clarification>Social and behavioural sciences</isced-clarification></subject-area>
      <total-months-per-year>5</total-months-per-year><blended>false</blended><eqf-level>7</eqf-level><eqf-level>8</eqf-level>
    </student-studies-mobility-spec>
    <staff-teacher-mobility-spec>
      <sending-hei-id>uw.edu.pl</sending-hei-id><sending-ounit-id>140</sending-ounit-id><receiving-hei-id>hibo.no</receiving-hei-id>
      <receiving-first-academic-year-id>2016/2017</receiving-first-academic-year-id>
      <receiving-last-academic-year-id>2017/2018</receiving-last-academic-year-id>
      <mobilities-per-year>2</mobilities-per-year>
      <recommended-language-skill><language>en</language><cefr-level>C1</cefr-level></recommended-language-skill>
      <subject-area><isced-f-code>0314</isced-f-code></subject-area><total-days-per-year>8</total-days-per-year>
    </staff-teacher-mobility-spec>
  </cooperation-conditions>
  <iia-hash>87b33170d7a6c6d894215641f39e7b7de36501265479e5ab3922f32d5b225033</iia-hash>
</iia></iias-get-response>`;

const mobility: Mobility = {
  kind: 'student-studies-mobility-spec',
  sendingHeiId: 'ribeira.example',
  receivingHeiId: 'kade.example',
  firstYear: '2026/2027',
  lastYear: '2027/2028',
  mobilitiesPerYear: 4,
  languages: [{ language: 'en', cefrLevel: 'B2' }],
  subjectAreas: [{ iscedCode: '0314', clarification: 'Ports & <coasts>' }],
  blended: false,
  eqfLevels: ['6', '7'],
};
const iia: Iia = {
  partners: [
    {
      heiId: 'ribeira.example',
      iiaId: 'a-1',
      iiaCode: 'BC/7',
      signingContact: { name: 'Ines Prado', email: 'ines@ribeira.example' },
    },
    { heiId: 'kade.example', iiaId: 'b-2' },
  ],
  inEffect: true,
  mobilities: [mobility],
  isTerminatedAsAWhole: false,
};

function inIia<T>(xml: string, look: (element: XmlElement) => T): T {
  const document = parseXml(xml);
  try {
    return look(childrenNamed(document.root, 'iia')[0] as XmlElement);
  } finally {
    document.dispose();
  }
}

test('the hash is the published one for the published conditions', () => {
  expect(inIia(published, conditionsHash)).toBe('87b33170d7a6c6d894215641f39e7b7de36501265479e5ab3922f32d5b225033');
});

test('an agreement that was ended as a whole has another hash', () => {
  const ended = published.replace('<cooperation-conditions>', '<cooperation-conditions terminated-as-a-whole="true">');
  expect(inIia(ended, conditionsText)).toMatch(/^_@terminated-as-a-whole@__iia-id_1=/);
});

test('conditions that are not complete in version 7 are refused', () => {
  expect(() => readIias(published)).toThrow('not defined yet in version 7');
});

test('what is written is read again, and is valid', () => {
  const xml = writeIias([iia]);
  expect(xml).toContain('<isced-clarification>Ports &amp; &lt;coasts&gt;</isced-clarification>');
  expect(readIias(xml)).toEqual([iia]);
  const ended = { ...iia, isTerminatedAsAWhole: true };
  expect(readIias(writeIias([ended]))).toEqual([ended]);
});

const text = fc.string({ minLength: 1, maxLength: 20 }).map((raw) => raw.replaceAll(/[^\w &<>"'.,é]/g, 'x'));
const anyMobility: fc.Arbitrary<Mobility> = fc
  .record({
    kind: fc.constantFrom(...mobilityKinds),
    perYear: fc.integer({ min: 1, max: 99 }),
    languages: fc.array(
      fc
        .record({
          language: fc.constantFrom('en', 'de', 'zh'),
          cefrLevel: fc.constantFrom('A1', 'C2'),
          subjectArea: fc.option(fc.record({ iscedCode: fc.constantFrom('0314', '0410'), clarification: text })),
        })
        .map(({ subjectArea, ...rest }) => ({ ...rest, ...(subjectArea && { subjectArea }) })),
      { minLength: 1, maxLength: 3 },
    ),
    subjectAreas: fc.array(fc.record({ iscedCode: fc.constantFrom('0314', '0410'), clarification: text }), {
      maxLength: 3,
    }),
    otherInfo: text,
    total: fc.constantFrom('5', '0.5', '12.25'),
    levels: fc.subarray(['6', '7', '8']),
  })
  .map(({ kind, perYear, total, levels, ...rest }) => ({
    ...mobility,
    ...rest,
    kind,
    mobilitiesPerYear: perYear,
    totalPerYear: total,
    ...(kind.startsWith('staff') ? { eqfLevels: [] } : { eqfLevels: levels }),
  }))
  .map((one) => (one.kind.startsWith('staff') ? withoutBlended(one) : one));

function withoutBlended(whole: Mobility): Mobility {
  const rest = { ...whole };
  delete rest.blended;
  return rest;
}

test('whatever the conditions, writing and reading loses nothing', () => {
  fc.assert(
    fc.property(fc.array(anyMobility, { maxLength: 5 }), (mobilities) => {
      const [back] = readIias(writeIias([{ ...iia, mobilities }]));
      const inOrder = mobilityKinds.flatMap((kind) => mobilities.filter((one) => one.kind === kind));
      expect(back?.mobilities).toEqual(inOrder);
      for (const one of inOrder) {
        const clause = clauseOfMobility(one, 1, (heiId) => heiId);
        expect(mobilityOfClause(clause, (heiId) => heiId)).toEqual(one);
      }
    }),
    { numRuns: 40 },
  );
});

test('what XML or the published types cannot hold is left out instead of spoiling the document', () => {
  const [partner] = iia.partners;
  const local = { ...partner, heiId: 'ribeira.example', signingContact: { name: 'Ines', email: 'ines@localhost' } };
  const spoilt = { ...mobility, otherInfo: 'Ports\u0000 and\u000B coasts' };
  const [back] = readIias(writeIias([{ ...iia, partners: [local, ...iia.partners.slice(1)], mobilities: [spoilt] }]));
  expect(back?.partners[0]?.signingContact).toEqual({ name: 'Ines' });
  expect(back?.mobilities[0]?.otherInfo).toBe('Ports and coasts');
});

test('a hash that does not fit is refused with its reason', () => {
  const tampered = writeIias([iia]).replace('>4</mobilities-per-year>', '>40</mobilities-per-year>');
  expect(() => readIias(tampered)).toThrow(
    /The conditions are not those that were hashed: the file says \w{64}, they give \w{64}/,
  );
});

test('contacts may change without changing the hash, since they are no conditions', () => {
  const xml = writeIias([iia]);
  const changed = xml.replace('<c:contact-name>Ines Prado<', '<c:contact-name>Rui Salgado<');
  expect(changed).not.toBe(xml);
  expect(readIias(changed)[0]?.partners[0]?.signingContact?.name).toBe('Rui Salgado');
});

const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>\n`;
const withoutDeclaration = writeIias([iia])
  .replace(/^<\?xml.*\?>\s*/, '')
  .replace('Ines Prado', 'Inês Prado');
const nameIn = (bytes: Uint8Array) => readIias(bytes)[0]?.partners[0]?.signingContact?.name;

test.each([
  ['UTF-8', Buffer.from(withoutDeclaration)],
  ['UTF-8 with a mark before it', Buffer.from(`\uFEFF${declared('utf-8')}${withoutDeclaration}`)],
  ['Latin-1, as it says', Buffer.from(declared('ISO-8859-1') + withoutDeclaration, 'latin1')],
  ['UTF-16, as its mark says', Buffer.from(`\uFEFF${declared('UTF-16')}${withoutDeclaration}`, 'utf16le')],
  ['UTF-16 without a mark', Buffer.from(declared('UTF-16') + withoutDeclaration, 'utf16le')],
])('a file in %s is read with its letters', (_encoding, bytes) => {
  expect(nameIn(bytes)).toBe('Inês Prado');
});

test.each([
  ['bytes that are not what the file says', Buffer.from(withoutDeclaration, 'latin1'), 'The file is not in UTF-8'],
  ['an unknown encoding', Buffer.from(declared('EBCDIC-1') + withoutDeclaration), 'EBCDIC-1, which is not known'],
  [
    'entities hidden in UTF-16',
    Buffer.from('\uFEFF<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>', 'utf16le'),
    'declares a document type or entities',
  ],
  ['six megabytes of bytes', Buffer.alloc(6_000_000, 0x20), 'larger than 5 MB'],
])('%s are refused with a sentence', (_what, bytes, words) => {
  expect(() => readIias(bytes)).toThrow(words);
});

test.each([
  [
    'external entities',
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
    'declares a document type or entities',
  ],
  [
    'entities that grow',
    '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x>&b;</x>',
    'declares a document type or entities',
  ],
  ['no XML', 'hello', 'is no XML'],
  ['another document', '<other/>', 'is no agreement of version 7'],
  [
    'a part too many',
    writeIias([iia]).replace('<blended>', '<colour>red</colour><blended>'),
    'is no agreement of version 7',
  ],
  ['five megabytes', `<x>${'y'.repeat(5_242_880)}</x>`, 'larger than 5 MB'],
])('%s is refused with a sentence', (_what, xml, words) => {
  expect(() => readIias(xml)).toThrow(words);
});
