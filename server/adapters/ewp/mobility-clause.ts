import type { Clause, ClauseField } from '@collegium/contract/agreements/clause.ts';
import { type Mobility, mobilityKinds, type SubjectArea } from './iia.ts';

const titles: Record<Mobility['kind'], readonly [en: string, zh: string]> = {
  'student-studies-mobility-spec': ['Student mobility for studies', '学生学习交流'],
  'student-traineeship-mobility-spec': ['Student mobility for traineeships', '学生实习交流'],
  'staff-teacher-mobility-spec': ['Staff mobility for teaching', '教师授课交流'],
  'staff-training-mobility-spec': ['Staff mobility for training', '教职工培训交流'],
};

/**
 * A mobility as a clause that promises places, measured like any other. What has no place in a promise (languages, subject
 * areas, months) stands in the clause's fields, so that nothing is lost when the agreement is written again.
 */
export function clauseOfMobility(
  mobility: Mobility,
  number: number,
  organisationOf: (heiId: string) => string,
): Clause {
  const [en, zh] = titles[mobility.kind];
  const { sendingHeiId, receivingHeiId } = mobility;
  return {
    key: `mobility-${number}`,
    kind: 'commitment',
    title: { en, 'zh-CN': zh },
    text: {
      en: `{promiser} receives {quantity} people a year from {beneficiary}, from {periodStart} to {periodEnd} (academic years {firstYear} to {lastYear}).`,
      'zh-CN': `{promiser} 自 {periodStart} 至 {periodEnd}（{firstYear} 至 {lastYear} 学年）每年接收 {beneficiary} 的 {quantity} 人。`,
    },
    fields: fieldsOfMobility(mobility),
    commitment: {
      measure: 'places_offered',
      promiser: organisationOf(receivingHeiId),
      beneficiary: organisationOf(sendingHeiId),
      quantity: mobility.mobilitiesPerYear,
      unit: 'places',
      ...periodOf(mobility),
      every: 'year',
    },
  };
}

/** The mobility that a clause holds, when it came from one; else undefined. */
export function mobilityOfClause(clause: Clause, heiIdOf: (organisationId: string) => string): Mobility | undefined {
  const values = new Map(clause.fields.map(({ key, value }) => [key, value === null ? '' : String(value)]));
  const kind = mobilityKinds.find((one) => one === values.get('ewpKind'));
  const { promiser, beneficiary, quantity } = clause.commitment ?? {};
  if (!kind || !promiser || !beneficiary || quantity === undefined) return undefined;
  const optional = (key: string) => values.get(key);
  const [sendingUnitId, receivingUnitId] = [optional('sendingUnit'), optional('receivingUnit')];
  const [otherInfo, totalPerYear] = [optional('otherInfo'), optional('totalPerYear')];
  return {
    kind,
    sendingHeiId: heiIdOf(beneficiary),
    ...(sendingUnitId !== undefined && { sendingUnitId }),
    receivingHeiId: heiIdOf(promiser),
    ...(receivingUnitId !== undefined && { receivingUnitId }),
    firstYear: values.get('firstYear') ?? '',
    lastYear: values.get('lastYear') ?? '',
    mobilitiesPerYear: quantity,
    languages: numbered(values, 'language').map((value, index) => {
      const [language = '', cefrLevel] = value.split(' ');
      const subjectArea = subjectAreaOf(values, `languageSubject${index + 1}`, `languageSubjectNote${index + 1}`);
      return { language, ...(cefrLevel !== undefined && { cefrLevel }), ...(subjectArea && { subjectArea }) };
    }),
    subjectAreas: numbered(values, 'subject').flatMap(
      (_code, index) => subjectAreaOf(values, `subject${index + 1}`, `subjectNote${index + 1}`) ?? [],
    ),
    ...(otherInfo !== undefined && { otherInfo }),
    ...(totalPerYear !== undefined && { totalPerYear }),
    ...(kind.startsWith('student') && { blended: values.get('blended') === 'true' }),
    eqfLevels: (values.get('eqfLevels') ?? '').split(' ').filter(Boolean),
  };
}

function fieldsOfMobility(mobility: Mobility): ClauseField[] {
  const { languages, subjectAreas, eqfLevels, blended } = mobility;
  const values: [key: string, label: string, value: string | undefined][] = [
    ['ewpKind', 'Kind of mobility', mobility.kind],
    ['firstYear', 'First academic year', mobility.firstYear],
    ['lastYear', 'Last academic year', mobility.lastYear],
    ['sendingUnit', 'Sending unit', mobility.sendingUnitId],
    ['receivingUnit', 'Receiving unit', mobility.receivingUnitId],
    ...languages.flatMap(({ language, cefrLevel, subjectArea }, index): [string, string, string | undefined][] => [
      [
        `language${index + 1}`,
        'Recommended language and level',
        cefrLevel === undefined ? language : `${language} ${cefrLevel}`,
      ],
      [`languageSubject${index + 1}`, 'The language is for this field (ISCED-F)', subjectArea?.iscedCode],
      [`languageSubjectNote${index + 1}`, 'About the field', subjectArea?.clarification],
    ]),
    ...subjectAreas.flatMap(({ iscedCode, clarification }, index): [string, string, string | undefined][] => [
      [`subject${index + 1}`, 'Field of education (ISCED-F)', iscedCode],
      [`subjectNote${index + 1}`, 'About the field', clarification],
    ]),
    ['totalPerYear', mobility.kind.startsWith('staff') ? 'Days a year' : 'Months a year', mobility.totalPerYear],
    ['blended', 'Blended mobility', blended === undefined ? undefined : String(blended)],
    ['eqfLevels', 'Levels (EQF)', eqfLevels.length > 0 ? eqfLevels.join(' ') : undefined],
    ['otherInfo', 'Other terms', mobility.otherInfo],
  ];
  return values.flatMap(([key, label, value]) =>
    value === undefined ? [] : [{ key, type: 'text' as const, label: { en: label }, value }],
  );
}

function subjectAreaOf(values: Map<string, string>, key: string, noteKey: string): SubjectArea | undefined {
  const iscedCode = values.get(key);
  if (iscedCode === undefined) return undefined;
  const clarification = values.get(noteKey);
  return { iscedCode, ...(clarification !== undefined && { clarification }) };
}

function numbered(values: Map<string, string>, name: string): string[] {
  const found: string[] = [];
  for (let number = 1; values.has(`${name}${number}`); number++) found.push(values.get(`${name}${number}`) as string);
  return found;
}

/** An academic year of two halves begins in September; one named by a single year is the calendar year of the south. */
function periodOf({ firstYear, lastYear }: Mobility): { periodStart: string; periodEnd: string } {
  const [start = '', startEnd = ''] = firstYear.split('/');
  const [, end = ''] = lastYear.split('/');
  return start === startEnd
    ? { periodStart: `${start}-01-01`, periodEnd: `${end}-12-31` }
    : { periodStart: `${start}-09-01`, periodEnd: `${end}-08-31` };
}
