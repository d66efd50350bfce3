import type { OfferInput } from '@collegium/contract/offers.ts';
import { createOffer, publishOffer } from '@collegium/server/offers/offers.ts';
import type { Teller } from './teller.ts';

/** What an offer of the story needs; the rest is the same for all. */
export interface SampleOffer extends Omit<OfferInput, 'allocatedBy' | 'startsOn' | 'endsOn' | 'term'> {
  /** Who publishes it. */
  by: string;
  /** Days from today. */
  begins: number;
  ends: number;
  allocatedBy?: OfferInput['allocatedBy'];
}

/** Creates and publishes an offer; its id. */
export async function publish(
  teller: Teller,
  { by, begins, ends, allocatedBy = 'round', ...offer }: SampleOffer,
): Promise<string> {
  const { id, version } = await createOffer(teller.as(by), {
    audience: 'partners',
    ...offer,
    allocatedBy,
    startsOn: teller.day(begins),
    endsOn: teller.day(ends),
    term: teller.term(begins),
  });
  await publishOffer(teller.as(by), id, version);
  return id;
}

const bachelorUp: NonNullable<OfferInput['eligibility']> = [
  { type: 'level', anyOf: ['bachelor', 'master', 'doctoral'] },
];

/** The offers that a placement round gives, for a term that begins and ends so many days from today. */
export function roundOffers(begins: number, ends: number): SampleOffer[] {
  const when = { begins, ends };
  return [
    {
      ...when,
      by: 'jonas',
      kind: 'internship',
      title: { en: 'Wind-farm data placement', 'zh-CN': '风电场数据实习' },
      description: {
        en: 'Work with the people who keep eighty turbines turning. You clean sensor data, look for drift and show what you found.',
        'zh-CN': '与维护八十台风机的团队一起工作：清理传感器数据，查找漂移，并展示您的发现。',
      },
      fieldCode: '0612',
      skills: ['Python', 'time series', 'technical writing'],
      level: 'master',
      languages: ['en'],
      mode: 'on_site',
      city: 'Esbjerg',
      country: 'DK',
      timeZone: 'Europe/Copenhagen',
      places: 8,
      eligibility: bachelorUp,
      creditsEcts: 15,
      hours: 480,
      details: {
        kind: 'internship',
        hoursPerWeek: 30,
        payMinorPerMonth: 1_420_000,
        currency: 'DKK',
        tasks:
          '- Clean and document sensor data\n- Build a model and defend its limits\n- Work safely near live equipment\n- Explain results to non-specialists',
      },
    },
    {
      ...when,
      by: 'sanne',
      kind: 'internship',
      title: { en: 'Port digital twin internship', 'zh-CN': '港口数字孪生实习' },
      description: {
        en: 'Help the port to see its own traffic: feeds, a model of the quays, and a view for the harbour master.',
        'zh-CN': '帮助港口看清自身的交通：数据接入、码头模型，以及供港务长使用的界面。',
      },
      fieldCode: '0716',
      skills: ['GIS', 'simulation'],
      level: 'master',
      languages: ['en', 'nl'],
      mode: 'mixed',
      city: 'Kade',
      country: 'NL',
      timeZone: 'Europe/Amsterdam',
      places: 6,
      eligibility: bachelorUp,
      creditsEcts: 15,
      hours: 420,
      details: {
        kind: 'internship',
        hoursPerWeek: 28,
        tasks: '- Connect a traffic feed\n- Model one quay\n- Present the model to the harbour master',
      },
    },
    {
      ...when,
      by: 'ebba',
      kind: 'internship',
      title: { en: 'Sediment sensors: laboratory placement', 'zh-CN': '沉积物传感器：实验室实习' },
      fieldCode: '0532',
      skills: ['laboratory work', 'field work'],
      level: 'bachelor',
      languages: ['en'],
      mode: 'on_site',
      city: 'Umeå',
      country: 'SE',
      timeZone: 'Europe/Stockholm',
      places: 7,
      creditsEcts: 10,
      hours: 280,
      details: {
        kind: 'internship',
        hoursPerWeek: 20,
        tasks: '- Calibrate a sensor\n- Run a field day\n- Write the method down',
      },
    },
    {
      ...when,
      by: 'helena',
      kind: 'course',
      title: { en: 'Coastal modelling with open data', 'zh-CN': '基于开放数据的海岸建模' },
      description: {
        en: 'Build, test and publish a model of a coast from public data. Live on Tuesdays, in groups of four.',
        'zh-CN': '利用公开数据构建、检验并发布一个海岸模型。每周二在线直播，四人一组。',
      },
      fieldCode: '0532',
      skills: ['modelling', 'open data'],
      level: 'master',
      languages: ['en'],
      mode: 'online',
      city: 'Porto',
      country: 'PT',
      timeZone: 'Europe/Lisbon',
      places: 12,
      creditsEcts: 4,
      hours: 100,
      details: {
        kind: 'course',
        learningOutcomes: [
          'Choose and judge open coastal data',
          'Build and test a model',
          'Publish a result that others can repeat',
        ],
        assessment: 'Group project and oral defence',
      },
    },
    {
      ...when,
      by: 'lu',
      kind: 'exchange_place',
      title: { en: 'Semester in port economics', 'zh-CN': '港口经济学交换学期' },
      description: {
        en: 'One semester in Jianglan: port economics, and Chinese from the first day.',
        'zh-CN': '在江澜学习一个学期：港口经济学，并从第一天起学习中文。',
      },
      fieldCode: '0311',
      level: 'bachelor',
      languages: ['en', 'zh'],
      mode: 'on_site',
      city: 'Jianglan',
      country: 'CN',
      timeZone: 'Asia/Shanghai',
      places: 6,
      eligibility: [
        { type: 'grade_average', minimum: 2.5, maximum: 4 },
        {
          type: 'language_test',
          anyOf: [
            { test: 'TOEFL iBT', score: 75 },
            { test: 'IELTS', score: 6 },
          ],
        },
      ],
      creditsEcts: 30,
      hours: 600,
      details: {
        kind: 'exchange_place',
        terms: 1,
        tuitionWaived: true,
        conditions: 'Health insurance for the whole stay.',
      },
    },
  ];
}
