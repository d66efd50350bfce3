import { expect, test } from 'vitest';
import { readIias } from './read-iias.ts';
import { writeIias } from './write-iias.ts';

/**
 * The conditions of the example that is published with version 7 of the IIAs API, and the hash that stands in it: the
 * official transformation gives the same.
 */
const xmlns = 'https://github.com/erasmus-without-paper/ewp-specs-api-iias/blob/stable-v7/endpoints/get-response.xsd';
const out = `<sending-hei-id>uw.edu.pl</sending-hei-id><sending-ounit-id>140</sending-ounit-id><receiving-hei-id>hibo.no</receiving-hei-id>`;
const back = `<sending-hei-id>hibo.no</sending-hei-id><receiving-hei-id>uw.edu.pl</receiving-hei-id><receiving-ounit-id>140</receiving-ounit-id>`;
const years = (first: string, last: string) =>
  `<receiving-first-academic-year-id>${first}</receiving-first-academic-year-id><receiving-last-academic-year-id>${last}</receiving-last-academic-year-id>`;
const skill = (language: string, level: string) =>
  `<recommended-language-skill><language>${language}</language><cefr-level>${level}</cefr-level></recommended-language-skill>`;
const area = '<subject-area><isced-f-code>0314</isced-f-code></subject-area>';
const perYear = (people: number) => `<mobilities-per-year>${people}</mobilities-per-year>`;
const [long, short] = [years('2014/2015', '2020/2021'), years('2016/2017', '2017/2018')];
const days = (count: number) => `<total-days-per-year>${count}</total-days-per-year>`;
const hash = 'e950faa83a799cf45839e7915db88ed51575babe7845c1219dfde54ce30a61e4';
const example = `<iias-get-response xmlns="${xmlns}"><!-- an example --><iia>
  <partner><hei-id>uw.edu.pl</hei-id><iia-id>0f7a5682-faf7-49a7-9cc7-ec486c49a281</iia-id><iia-code>983/E+/III14&amp;15</iia-code></partner>
  <partner><hei-id>hibo.no</hei-id><iia-id>1954991</iia-id><iia-code>2014/E+/PL/4104B</iia-code></partner>
  <in-effect>true</in-effect>
  <cooperation-conditions>
    <!-- students -->
    <student-studies-mobility-spec>${out}${long}${perYear(2)}${skill('en', 'B1')}${skill('no', 'B1')}${area}
      <total-months-per-year>5</total-months-per-year><blended>false</blended><eqf-level>7</eqf-level><eqf-level>8</eqf-level>
    </student-studies-mobility-spec>
    <student-traineeship-mobility-spec>${out}${long}${perYear(10)}${skill('no', 'B1')}${area}
      <total-months-per-year>10</total-months-per-year><blended>false</blended>
    </student-traineeship-mobility-spec>
    <!-- staff -->
    <staff-teacher-mobility-spec>${out}${short}${perYear(2)}${skill('en', 'C1')}${area}${days(8)}</staff-teacher-mobility-spec>
    <staff-teacher-mobility-spec>${back}${short}${perYear(2)}${skill('en', 'C1')}${area}${days(14)}</staff-teacher-mobility-spec>
    <staff-training-mobility-spec>${back}${short}${perYear(2)}${skill('en', 'B2')}${area}${days(14)}</staff-training-mobility-spec>
  </cooperation-conditions>
  <iia-hash>${hash}</iia-hash>
  <pdf-file>4a483112-d306-4e77-87ff-05b823fb0e0f</pdf-file>
</iia></iias-get-response>`;

test('the published example is read, with its hash', () => {
  const [iia] = readIias(example);
  expect(iia?.partners.map(({ iiaCode }) => iiaCode)).toEqual(['983/E+/III14&15', '2014/E+/PL/4104B']);
  expect(iia?.mobilities.map(({ mobilitiesPerYear }) => mobilitiesPerYear)).toEqual([2, 10, 2, 2, 2]);
});

test('written by us, the example keeps the published hash', () => {
  expect(writeIias(readIias(example))).toContain(`<iia-hash>${hash}</iia-hash>`);
});

test('one person more a year is another agreement', () => {
  expect(() => readIias(example.replace(perYear(10), perYear(11)))).toThrow(`the file says ${hash}, they give`);
});
