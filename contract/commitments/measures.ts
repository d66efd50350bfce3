/** Where the rows come from that a measure counts. */
export type MeasureSource = 'offer' | 'participation' | 'course' | 'mentor' | 'answer' | 'booking' | 'record';

export interface MeasureDefinition {
  unit: CommitmentUnit;
  source: MeasureSource;
  /** Which fields of `filters` the measure heeds. */
  filters: readonly CommitmentFilterName[];
  en: string;
  'zh-CN': string;
  /** What is counted, exactly. */
  definition: { en: string; 'zh-CN': string };
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
    definition: {
      en: 'Places of published offers of the promiser that the beneficiary’s learners may ask for; dated by the first day of the offer, else by its publication. A withdrawn offer counts no longer.',
      'zh-CN':
        '承诺方已发布、且受益方学习者可以申请的项目的名额；按项目的第一天计日，无第一天则按发布之日。撤回的项目不再计入。',
    },
  },
  places_filled: {
    unit: 'places',
    source: 'participation',
    filters: ofOffers,
    en: 'Places filled',
    'zh-CN': '已占用名额',
    definition: {
      en: 'Participations of the beneficiary’s learners in offers of the promiser, unless cancelled; dated by the first day of the offer, else by the day the place was taken.',
      'zh-CN': '受益方学习者在承诺方项目中的参与，已取消的除外；按项目的第一天计日，无第一天则按取得名额之日。',
    },
  },
  learners_sent: {
    unit: 'learners',
    source: 'participation',
    filters: ofOffers,
    en: 'Learners sent',
    'zh-CN': '派出的学习者',
    definition: {
      en: 'Participations of the promiser’s learners at the beneficiary that have begun, on the day they began.',
      'zh-CN': '承诺方学习者在受益方已经开始的参与，按开始之日计。',
    },
  },
  learners_received: {
    unit: 'learners',
    source: 'participation',
    filters: ofOffers,
    en: 'Learners received',
    'zh-CN': '接收的学习者',
    definition: {
      en: 'Participations of the beneficiary’s learners at the promiser that have begun, on the day they began.',
      'zh-CN': '受益方学习者在承诺方已经开始的参与，按开始之日计。',
    },
  },
  exchange_balance: {
    unit: 'learners',
    source: 'participation',
    filters: ofOffers,
    en: 'Exchange balance',
    'zh-CN': '交流平衡',
    definition: {
      en: 'Learners received minus learners sent, each weighted by level (1 unless the clause says otherwise). Kept while the balance stays within the tolerance around the promised balance.',
      'zh-CN':
        '接收的学习者减去派出的学习者，各按学习层次加权（条款未另行规定时为 1）。与承诺的平衡之差在容许范围内即为履行。',
    },
  },
  hours_taught: {
    unit: 'hours',
    source: 'course',
    filters: ofOffers,
    en: 'Hours taught',
    'zh-CN': '授课学时',
    definition: {
      en: 'Hours of the promiser’s courses that at least one of the beneficiary’s learners has begun: of their sessions, else the hours the course states. Each course once.',
      'zh-CN':
        '承诺方课程中至少有一名受益方学习者已经开始学习的课程的学时：按其场次计，无场次则按课程所载学时。每门课程计一次。',
    },
  },
  resource_hours_available: {
    unit: 'hours',
    source: 'booking',
    filters: ['resourceId'],
    en: 'Hours of a resource made available',
    'zh-CN': '开放的资源时数',
    definition: {
      en: 'Hours that shares of the promiser’s resources set aside for the beneficiary, spread evenly over the days of the share; and outside such shares the hours that the beneficiary’s people had booked, whether they came or not. What was cancelled before it began does not count.',
      'zh-CN':
        '承诺方的资源份额为受益方预留的时数，按份额的天数平均计算；份额之外，计受益方人员已预订的时数，无论是否到场。开始前取消的不计。',
    },
  },
  resource_hours_used: {
    unit: 'hours',
    source: 'booking',
    filters: ['resourceId'],
    en: 'Hours of a resource used',
    'zh-CN': '使用的资源时数',
    definition: {
      en: 'Hours for which the beneficiary’s people had resources of the promiser: of bookings that are over, from check-in (else the beginning) until they were given back (else the end), on the day they began. A booking to which nobody came counts nothing.',
      'zh-CN':
        '受益方人员使用承诺方资源的时数：已结束的预订，自签到（未签到则自开始）至归还（未归还则至结束），按开始之日计。无人到场的预订不计。',
    },
  },
  answers_within_days: {
    unit: 'percent',
    source: 'answer',
    filters: [...ofOffers, 'days'],
    en: 'Answers in time',
    'zh-CN': '按时答复',
    definition: {
      en: 'Of the plans proposed to the promiser for the beneficiary’s learners, the share (percent) that the promiser approved within `days` working days (Monday to Friday, UTC). A plan counts when it is answered or its time is over; plans that the promiser proposed itself do not.',
      'zh-CN':
        '就受益方学习者向承诺方提出的计划中，承诺方在 `days` 个工作日（周一至周五，UTC）内批准的比例（百分比）。计划在得到答复或期限届满时计入；承诺方自行提出的计划不计。',
    },
  },
  mentors_provided: {
    unit: 'mentors',
    source: 'mentor',
    filters: ofOffers,
    en: 'Mentors provided',
    'zh-CN': '提供的导师',
    definition: {
      en: 'People of the promiser who supervise, by an agreed plan, at least one of the beneficiary’s learners. Each person once in the whole period.',
      'zh-CN': '依据商定计划指导至少一名受益方学习者的承诺方人员。整个期间内每人计一次。',
    },
  },
  money_contributed: {
    unit: 'money',
    source: 'record',
    filters: [],
    en: 'Money contributed',
    'zh-CN': '投入的资金',
    definition: {
      en: 'Amounts in records of contribution, in the currency of the commitment.',
      'zh-CN': '投入记录中的金额，以承诺的货币计。',
    },
  },
  kind_contributed: {
    unit: 'money',
    source: 'record',
    filters: [],
    en: 'Contributed in kind',
    'zh-CN': '实物投入',
    definition: {
      en: 'The stated value of contributions in kind, in the currency of the commitment.',
      'zh-CN': '实物投入申报的价值，以承诺的货币计。',
    },
  },
  reports_delivered: {
    unit: 'reports',
    source: 'record',
    filters: [],
    en: 'Reports delivered',
    'zh-CN': '提交的报告',
    definition: { en: 'Records of a report, one each.', 'zh-CN': '报告记录，每份计一次。' },
  },
  meetings_held: {
    unit: 'meetings',
    source: 'record',
    filters: [],
    en: 'Meetings held',
    'zh-CN': '召开的会议',
    definition: { en: 'Records of a meeting, one each.', 'zh-CN': '会议记录，每次计一次。' },
  },
  attested: {
    unit: 'times',
    source: 'record',
    filters: [],
    en: 'Attested by people',
    'zh-CN': '由人证明',
    definition: {
      en: 'What only people can confirm: records with evidence, counted once another party has counter-signed.',
      'zh-CN': '只有人能够确认的事项：附有证据的记录，经另一方会签后计入。',
    },
  },
} as const satisfies Record<string, MeasureDefinition>;

export type Measure = keyof typeof measureDefinitions;
export const measures = Object.keys(measureDefinitions) as [Measure, ...Measure[]];
