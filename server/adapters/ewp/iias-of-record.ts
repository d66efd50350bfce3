import type { Clause } from '@collegium/contract/agreements/clause.ts';
import type { AgreementRecord } from '@collegium/contract/agreements/record.ts';
import type { CommitmentRhythm } from '@collegium/contract/commitments.ts';
import type { Level } from '@collegium/contract/levels.ts';
import { type Iia, IiaError, type IiaPartner, type Mobility } from './iia.ts';
import { mobilityOfClause } from './mobility-clause.ts';

export interface IiaOptions {
  /** The SCHAC code of an organisation; undefined when it has none. */
  heiIdOf: (organisationId: string) => string | undefined;
  inEffect: boolean;
  isTerminated: boolean;
  /** Taken where a promise of places says nothing of language, since version 7 asks for one. */
  language: { language: string; cefrLevel?: string };
}

/** The clause in which an imported agreement keeps how each partner calls it. */
export const identifiersKey = 'ewp-identifiers';
/** Stands there for a partner whose number nobody knows yet. */
export const unknownNumber = '–';

const placeMeasures = ['places_offered', 'places_filled', 'learners_received', 'learners_sent'];
const eqfOfLevel: Partial<Record<Level, string>> = { bachelor: '6', master: '7', doctoral: '8' };

/**
 * The inter-institutional agreements that a version is: one for each pair of parties between which places are promised,
 * since those have two partners. Throws an `IiaError` when a party has no code, or nothing is promised between two.
 */
export function iiasOfRecord(record: AgreementRecord, options: IiaOptions): Iia[] {
  const heiIdOf = (id: string): string => {
    const found = options.heiIdOf(id);
    if (found !== undefined) return found;
    const name = record.parties.find((party) => party.organisationId === id)?.name ?? id;
    throw new IiaError('iia.code_missing', { name });
  };
  const mobilities = record.clauses.flatMap((clause) => mobilitiesOf(clause, record, heiIdOf, options));
  const pairs = new Map<string, Mobility[]>();
  for (const mobility of mobilities) {
    const key = [mobility.sendingHeiId, mobility.receivingHeiId].toSorted().join(' ');
    pairs.set(key, [...(pairs.get(key) ?? []), mobility]);
  }
  if (pairs.size === 0) throw new IiaError('iia.nothing_promised');
  return [...pairs].map(([key, among], index) => ({
    partners: partnersOf(record, key.split(' '), pairs.size === 1 ? '' : `/${index + 1}`, options),
    inEffect: options.inEffect,
    mobilities: among,
    isTerminatedAsAWhole: options.isTerminated,
  }));
}

/** The parties of a pair in the order of the agreement: the first is whose system writes. */
function partnersOf(record: AgreementRecord, heiIds: string[], suffix: string, { heiIdOf }: IiaOptions): IiaPartner[] {
  const kept = record.clauses.find(({ key }) => key === identifiersKey)?.fields ?? [];
  return record.parties.flatMap(({ organisationId }, index) => {
    const heiId = heiIdOf(organisationId);
    if (heiId === undefined || !heiIds.includes(heiId)) return [];
    const own = kept.find(({ label }) => label['en'] === heiId)?.value;
    const iiaId = own === null || own === undefined || own === unknownNumber ? undefined : String(own);
    const ours = { iiaId: iiaId ?? `${record.agreementId}${suffix}`, iiaCode: record.reference };
    return [{ heiId, ...(index === 0 || iiaId !== undefined ? ours : {}) }];
  });
}

function mobilitiesOf(
  clause: Clause,
  { parties }: AgreementRecord,
  heiIdOf: (id: string) => string,
  { language }: IiaOptions,
): Mobility[] {
  const { commitment } = clause;
  const { measure, promiser, beneficiary, quantity, periodStart, periodEnd, filters } = commitment ?? {};
  if (!measure || !placeMeasures.includes(measure) || !promiser || !beneficiary || !quantity) return [];
  const imported = beneficiary === 'all' ? undefined : mobilityOfClause(clause, heiIdOf);
  if (imported) return [imported];
  if (!periodStart || !periodEnd) return [];
  const years = { firstYear: academicYear(periodStart), lastYear: academicYear(periodEnd) };
  const share = yearlyShare({ quantity, every: commitment?.every ?? 'year', ...years });
  const others = beneficiary === 'all' ? parties.map((one) => one.organisationId) : [beneficiary];
  const level = filters?.level === undefined ? undefined : eqfOfLevel[filters.level];
  return others
    .filter((id) => id !== promiser)
    .map((other) => {
      const [sending, receiving] = measure === 'learners_sent' ? [promiser, other] : [other, promiser];
      return {
        kind: 'student-studies-mobility-spec',
        sendingHeiId: heiIdOf(sending),
        receivingHeiId: heiIdOf(receiving),
        ...years,
        mobilitiesPerYear: share.perYear,
        languages: [language],
        subjectAreas: filters?.fieldOfEducation ? [{ iscedCode: filters.fieldOfEducation.padEnd(4, '0') }] : [],
        ...(share.note !== undefined && { otherInfo: share.note }),
        blended: false,
        eqfLevels: level === undefined ? [] : [level],
      };
    });
}

/**
 * People a year, which is all that version 7 can say: two half years make one, and what is promised once for several
 * years is spread over them. Where it cannot be spread evenly, the whole promise stands in words beside it.
 */
function yearlyShare(promise: { quantity: number; every: CommitmentRhythm; firstYear: string; lastYear: string }) {
  const { quantity, every, firstYear, lastYear } = promise;
  if (every !== 'once') return { perYear: Math.ceil(quantity) * (every === 'term' ? 2 : 1) };
  const years = Number.parseInt(lastYear, 10) - Number.parseInt(firstYear, 10) + 1;
  const perYear = Math.ceil(quantity / years);
  return perYear * years === quantity
    ? { perYear }
    : { perYear, note: `${quantity} places in all from ${firstYear} to ${lastYear}.` };
}

/** The academic year in which a day lies: from August on the one that begins then. */
function academicYear(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = month >= 8 && day.slice(5) !== '08-31' ? year : year - 1;
  return `${first}/${first + 1}`;
}
