import type { OfferInput, OfferView } from '@collegium/contract/offers';
import type { OfferDetails } from '@collegium/contract/kinds';

/** A number in a form: '' while nothing is entered. */
export type Amount = number | '';

/** What the form of an offer holds: every field of its input, empty ones as inputs show them. */
export interface OfferValues extends Record<string, unknown> {
  kind: OfferInput['kind'];
  unitId: string | null;
  title: OfferInput['title'];
  description: OfferInput['title'];
  fieldCode: string | null;
  skills: string[];
  level: NonNullable<OfferInput['level']> | null;
  languages: string[];
  mode: NonNullable<OfferInput['mode']>;
  city: string;
  country: string | null;
  timeZone: string;
  term: string | null;
  startsOn: string;
  endsOn: string;
  places: Amount;
  allocatedBy: OfferInput['allocatedBy'];
  audience: NonNullable<OfferInput['audience']>;
  agreementId: string | null;
  applicationsOpenAt: string;
  applicationsCloseAt: string;
  eligibility: NonNullable<OfferInput['eligibility']>;
  asksStatement: boolean;
  creditsEcts: Amount;
  hours: Amount;
  details: OfferDetails;
  sessions: SessionValues[];
}

export interface SessionValues {
  id?: string;
  startsLocal: string;
  endsLocal: string;
  timeZone: string;
  place: string;
  note: string;
}

/** A new offer, told in the reader's time zone. */
export function emptyValues(timeZone: string): OfferValues {
  return {
    kind: 'internship',
    unitId: null,
    title: {},
    description: {},
    fieldCode: null,
    skills: [],
    level: null,
    languages: [],
    mode: 'on_site',
    city: '',
    country: null,
    timeZone,
    term: null,
    startsOn: '',
    endsOn: '',
    places: 1,
    allocatedBy: 'first_come',
    audience: 'network',
    agreementId: null,
    applicationsOpenAt: '',
    applicationsCloseAt: '',
    eligibility: [],
    asksStatement: false,
    creditsEcts: '',
    hours: '',
    details: { kind: 'internship' },
    sessions: [],
  };
}

/** The form's values of an offer that exists. */
export function valuesOf(offer: OfferView): OfferValues {
  return {
    kind: offer.kind,
    unitId: offer.unit?.id ?? null,
    title: offer.title,
    description: offer.description,
    fieldCode: offer.fieldCode,
    skills: offer.skills,
    level: offer.level,
    languages: offer.languages,
    mode: offer.mode,
    city: offer.city ?? '',
    country: offer.country,
    timeZone: offer.timeZone,
    term: offer.term,
    startsOn: offer.startsOn ?? '',
    endsOn: offer.endsOn ?? '',
    places: offer.places,
    allocatedBy: offer.allocatedBy,
    audience: offer.audience,
    agreementId: offer.agreementId,
    applicationsOpenAt: offer.applicationsOpenAt ?? '',
    applicationsCloseAt: offer.applicationsCloseAt ?? '',
    eligibility: offer.eligibility,
    asksStatement: offer.asksStatement,
    creditsEcts: offer.creditsEcts ?? '',
    hours: offer.hours ?? '',
    details: { ...offer.details, kind: offer.kind },
    sessions: offer.sessions.map(({ id, startsLocal, endsLocal, timeZone, place, note }) => ({
      id,
      startsLocal,
      endsLocal,
      timeZone,
      place: place ?? '',
      note: note ?? '',
    })),
  };
}

/** What is sent: empty fields become nothing, unfinished lines of lists are left out. */
export function inputOf(values: OfferValues): OfferInput {
  const { places, details, ...rest } = values;
  return {
    ...rest,
    places: places === '' ? 0 : places,
    city: values.city.trim() || null,
    startsOn: values.startsOn || null,
    endsOn: values.endsOn || null,
    applicationsOpenAt: values.applicationsOpenAt || null,
    applicationsCloseAt: values.applicationsCloseAt || null,
    creditsEcts: values.creditsEcts === '' ? null : values.creditsEcts,
    hours: values.hours === '' ? null : values.hours,
    details: withoutBlanks(details),
    sessions: values.sessions.map(({ place, note, ...session }) => ({
      ...session,
      place: place.trim() || null,
      note: note.trim() || null,
    })),
  };
}

/** Whether enough is there for the server to keep: a title, and places. */
export function isSavable(values: OfferValues): boolean {
  return Object.values(values.title).some((text) => text.trim() !== '') && values.places !== '' && values.places > 0;
}

function withoutBlanks(details: OfferDetails): OfferDetails {
  const filled = Object.entries(details).flatMap(([name, value]): [string, unknown][] => {
    if (Array.isArray(value)) return [[name, value.map((line) => line.trim()).filter(Boolean)]];
    return value === '' || value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(filled) as unknown as OfferDetails;
}
