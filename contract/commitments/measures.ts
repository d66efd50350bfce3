/** Where the rows come from that a measure counts. */
export type MeasureSource = 'offer' | 'participation' | 'course' | 'mentor' | 'answer' | 'record';

export interface MeasureDefinition {
  unit: CommitmentUnit;
  source: MeasureSource;
  /** Which fields of `filters` the measure heeds. */
  filters: readonly CommitmentFilterName[];
  en: string;
  'zh-CN': string;
  /** What is counted, exactly. */
  definition: string;
}

/** What a promise is counted in. Money: whole minor units of one currency (ISO 4217). */
export const commitmentUnits = [
  'places',
  'learners',
  'hours',
  'percent',
  'mentors',
  'money',
  'reports',
  'meetings',
  'times',
] as const;
export type CommitmentUnit = (typeof commitmentUnits)[number];

export const commitmentFilterNames = ['fieldOfEducation', 'level', 'kind', 'days', 'resourceId'] as const;
export type CommitmentFilterName = (typeof commitmentFilterNames)[number];

const ofOffers = ['fieldOfEducation', 'level', 'kind'] as const;

/**
 * The closed list of measures: how a promise is measured. What counts under an agreement are offers that name it and, unless
 * the commitment asks for those alone, offers between its parties that name no other agreement.
 */
export const measureDefinitions = {
  places_offered: {
    unit: 'places',
    source: 'offer',
    filters: ofOffers,
    en: 'Places offered',
    'zh-CN': '提供的名额',
    definition:
      'Places of published offers of the promiser that the beneficiary’s learners may ask for; dated by the first day of the offer, else by its publication. A withdrawn offer counts no longer.',
  },
  places_filled: {
    unit: 'places',
    source: 'participation',
    filters: ofOffers,
    en: 'Places filled',
    'zh-CN': '已占用名额',
    definition:
      'Participations of the beneficiary’s learners in offers of the promiser, unless cancelled; dated by the first day of the offer, else by the day the place was taken.',
  },
  learners_sent: {
    unit: 'learners',
    source: 'participation',
    filters: ofOffers,
    en: 'Learners sent',
    'zh-CN': '派出的学习者',
    definition: 'Participations of the promiser’s learners at the beneficiary that have begun, on the day they began.',
  },
  learners_received: {
    unit: 'learners',
    source: 'participation',
    filters: ofOffers,
    en: 'Learners received',
    'zh-CN': '接收的学习者',
    definition: 'Participations of the beneficiary’s learners at the promiser that have begun, on the day they began.',
  },
  exchange_balance: {
    unit: 'learners',
    source: 'participation',
    filters: ofOffers,
    en: 'Exchange balance',
    'zh-CN': '交流平衡',
    definition:
      'Learners received minus learners sent, each weighted by level (1 unless the clause says otherwise). Kept while the balance stays within the tolerance around the promised balance.',
  },
  hours_taught: {
    unit: 'hours',
    source: 'course',
    filters: ofOffers,
    en: 'Hours taught',
    'zh-CN': '授课学时',
    definition:
      'Hours of the promiser’s courses that at least one of the beneficiary’s learners has begun: of their sessions, else the hours the course states. Each course once.',
  },
  resource_hours_available: {
    unit: 'hours',
    source: 'record',
    filters: ['resourceId'],
    en: 'Hours of a resource made available',
    'zh-CN': '开放的资源时数',
    definition: 'Hours in records of contribution.',
  },
  resource_hours_used: {
    unit: 'hours',
    source: 'record',
    filters: ['resourceId'],
    en: 'Hours of a resource used',
    'zh-CN': '使用的资源时数',
    definition: 'Hours in records of contribution.',
  },
  answers_within_days: {
    unit: 'percent',
    source: 'answer',
    filters: [...ofOffers, 'days'],
    en: 'Answers in time',
    'zh-CN': '按时答复',
    definition:
      'Of the plans proposed to the promiser for the beneficiary’s learners, the share (percent) that the promiser approved within `days` working days (Monday to Friday, UTC). A plan counts when it is answered or its time is over; plans that the promiser proposed itself do not.',
  },
  mentors_provided: {
    unit: 'mentors',
    source: 'mentor',
    filters: ofOffers,
    en: 'Mentors provided',
    'zh-CN': '提供的导师',
    definition:
      'People of the promiser who supervise, by an agreed plan, at least one of the beneficiary’s learners. Each person once in the whole period.',
  },
  money_contributed: {
    unit: 'money',
    source: 'record',
    filters: [],
    en: 'Money contributed',
    'zh-CN': '投入的资金',
    definition: 'Amounts in records of contribution, in the currency of the commitment.',
  },
  kind_contributed: {
    unit: 'money',
    source: 'record',
    filters: [],
    en: 'Contributed in kind',
    'zh-CN': '实物投入',
    definition: 'The stated value of contributions in kind, in the currency of the commitment.',
  },
  reports_delivered: {
    unit: 'reports',
    source: 'record',
    filters: [],
    en: 'Reports delivered',
    'zh-CN': '提交的报告',
    definition: 'Records of a report, one each.',
  },
  meetings_held: {
    unit: 'meetings',
    source: 'record',
    filters: [],
    en: 'Meetings held',
    'zh-CN': '召开的会议',
    definition: 'Records of a meeting, one each.',
  },
  attested: {
    unit: 'times',
    source: 'record',
    filters: [],
    en: 'Attested by people',
    'zh-CN': '由人证明',
    definition: 'What only people can confirm: records with evidence, counted once another party has counter-signed.',
  },
} as const satisfies Record<string, MeasureDefinition>;

export type Measure = keyof typeof measureDefinitions;
export const measures = Object.keys(measureDefinitions) as [Measure, ...Measure[]];
