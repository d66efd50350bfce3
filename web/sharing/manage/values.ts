import type { LocalisedText } from '@collegium/contract/localised-text';
import type { ResourceInput, ResourceView } from '@collegium/contract/sharing/resources';
import type { BookingRules, Opening, OpeningException, Quota, Rate, Share } from '@collegium/contract/sharing/rules';
import type { Circle, PersonService, ResourceKind, SharedAs } from '@collegium/contract/sharing/terms';
import { usualRules } from './rules.ts';

/** What the form of a resource holds. */
export interface ResourceValues extends Record<string, unknown> {
  kind: ResourceKind;
  unitId: string | null;
  personId: string | null;
  name: LocalisedText;
  description: LocalisedText;
  skills: string[];
  services: PersonService[];
  accessories: string[];
  address: string;
  city: string;
  country: string | null;
  latitude: number | '';
  longitude: number | '';
  timeZone: string;
  url: string;
  isbn: string;
  issn: string;
  doi: string;
  offerIds: string[];
  sharedAs: SharedAs;
  units: number;
  audience: Circle;
  agreementIds: string[];
  rules: BookingRules;
  checkInCode: string;
  openings: Opening[];
  exceptions: OpeningException[];
  quotas: Quota[];
  rates: Rate[];
  shares: Share[];
  partIds: string[];
  qualificationIds: string[];
}

export function emptyResource(timeZone: string): ResourceValues {
  return {
    kind: 'laboratory',
    unitId: null,
    personId: null,
    name: {},
    description: {},
    skills: [],
    services: [],
    accessories: [],
    address: '',
    city: '',
    country: null,
    latitude: '',
    longitude: '',
    timeZone,
    url: '',
    isbn: '',
    issn: '',
    doi: '',
    offerIds: [],
    sharedAs: 'whole',
    units: 1,
    audience: 'partners',
    agreementIds: [],
    rules: { ...usualRules },
    checkInCode: '',
    openings: [1, 2, 3, 4, 5].map((weekday) => ({
      weekday,
      opensMinute: 480,
      closesMinute: 1_080,
      audience: 'network',
    })),
    exceptions: [],
    quotas: [],
    rates: [],
    shares: [],
    partIds: [],
    qualificationIds: [],
  };
}

export function valuesOf(view: ResourceView): ResourceValues {
  return {
    kind: view.kind,
    unitId: view.unit?.id ?? null,
    personId: view.person?.id ?? null,
    name: view.name,
    description: view.description,
    skills: view.skills,
    services: view.services,
    accessories: view.accessories,
    address: view.address ?? '',
    city: view.city ?? '',
    country: view.country,
    latitude: view.latitude ?? '',
    longitude: view.longitude ?? '',
    timeZone: view.timeZone,
    url: view.url ?? '',
    isbn: view.isbn ?? '',
    issn: view.issn ?? '',
    doi: view.doi ?? '',
    offerIds: view.serves.map(({ id }) => id),
    sharedAs: view.sharedAs,
    units: view.units,
    audience: view.audience,
    agreementIds: view.agreements.map(({ id }) => id),
    rules: view.rules,
    checkInCode: view.checkInCode ?? '',
    openings: view.openings,
    exceptions: view.exceptions,
    quotas: view.quotas,
    rates: view.rates,
    shares: view.shares.map(({ organisationId, promisedMinutes, startsOn, endsOn, commitmentId }) => ({
      organisationId,
      promisedMinutes,
      startsOn,
      endsOn,
      ...(commitmentId !== undefined && { commitmentId }),
    })),
    partIds: view.parts.map(({ id }) => id),
    qualificationIds: view.qualifications.map(({ id }) => id),
  };
}

/** What is sent; empty fields become null. */
export function inputOf(values: ResourceValues): ResourceInput {
  const { latitude, longitude } = values;
  const isTitle = values.kind === 'online_resource' || values.kind === 'collection';
  const isPlaced = latitude !== '' && longitude !== '';
  return {
    ...values,
    personId: values.kind === 'person_time' ? values.personId : null,
    services: values.kind === 'person_time' ? values.services : [],
    address: orNull(values.address),
    city: orNull(values.city),
    latitude: isPlaced ? latitude : null,
    longitude: isPlaced ? longitude : null,
    url: values.kind === 'online_resource' ? orNull(values.url) : null,
    isbn: isTitle ? orNull(values.isbn) : null,
    issn: isTitle ? orNull(values.issn) : null,
    doi: isTitle ? orNull(values.doi) : null,
    units: values.sharedAs === 'whole' ? 1 : values.units,
    checkInCode: values.rules.checkIn === 'code' ? orNull(values.checkInCode) : null,
  };
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
