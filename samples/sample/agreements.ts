import { addComment } from '@collegium/server/agreements/comments.ts';
import { startVersion } from '@collegium/server/agreements/next-version.ts';
import { addClause } from '@collegium/server/agreements/order-clauses.ts';
import { approveAs, beginAgreement, fillDraft, proposeAs, signAs } from './agreement-steps.ts';
import type { Teller } from './teller.ts';

const everybody = ['marit', 'rui', 'chen', 'mette'];
const forum = { forum: 'the District Court of Rotterdam' };

/** Three agreements in force: one that is kept, one that is at risk, and one that will be negotiated anew: its id. */
export async function tellAgreements(teller: Teller): Promise<string> {
  await tellPlacements(teller);
  await tellMentoring(teller);
  return tellExchange(teller);
}

/** Vantera promised placements to Ribeira, and publishes them. */
async function tellPlacements(teller: Teller): Promise<void> {
  const people = ['marit', 'rui', 'mette'];
  const [ribeira, vantera] = ['ribeira', 'vantera'].map((key) => teller.cast.organisation(key)) as [string, string];
  const id = await beginAgreement(
    teller.at(-198),
    people,
    'internship_framework',
    {
      title: { en: 'Placements at sea', 'zh-CN': '海上实习协议' },
      endsOn: teller.day(545),
    },
    {
      places: {
        commitment: {
          promiser: vantera,
          beneficiary: ribeira,
          quantity: 24,
          periodStart: teller.day(-185),
          periodEnd: teller.day(545),
        },
      },
      answers: false,
      conditions: { fields: { pay: '€ 650', insurer: 'Universidade de Ribeira' } },
      'learner-data': {
        access: {
          from: ribeira,
          to: vantera,
          purpose: 'to supervise and to assess placements',
          start: teller.day(-185),
          end: teller.day(545),
        },
      },
      'personal-data': { fields: { dataContact: 'privacy@vantera.example' } },
      disagreement: { fields: forum },
    },
  );
  await proposeAs(teller.at(-194), 'marit', id);
  await approveAs(teller.at(-190), people, id);
  await signAs(teller.at(-186), people, id, -170);
}

/** Far fewer mentors came than were promised, and little time is left. */
async function tellMentoring(teller: Teller): Promise<void> {
  const people = ['marit', 'rui', 'mette'];
  const id = await beginAgreement(
    teller.at(-180),
    people,
    'mentoring_programme',
    {
      title: { en: 'Mentors from the wind farms', 'zh-CN': '风电场导师计划' },
      endsOn: teller.day(60),
      renewal: 'on_request',
      renewalMonths: 12,
    },
    {
      purpose: { fields: { subject: 'working at sea' } },
      mentors: {
        commitment: {
          promiser: teller.cast.organisation('vantera'),
          beneficiary: 'all',
          quantity: 8,
          periodStart: teller.day(-170),
          periodEnd: teller.day(60),
        },
      },
      conversations: false,
      conduct: { fields: { contact: 'mentoring@bluecoast.example' } },
      'personal-data': { fields: { dataContact: 'privacy@bluecoast.example' } },
      disagreement: { fields: forum },
    },
  );
  await proposeAs(teller.at(-176), 'marit', id);
  await approveAs(teller.at(-174), people, id);
  await signAs(teller.at(-171), people, id, -160);
}

/** Seats in courses, promised by Ribeira to all. */
function seatsOf(teller: Teller, quantity: number) {
  return {
    promiser: teller.cast.organisation('ribeira'),
    beneficiary: 'all',
    quantity,
    periodStart: teller.day(-150),
    periodEnd: teller.day(580),
  };
}

async function tellExchange(teller: Teller): Promise<string> {
  const id = await beginAgreement(
    teller.at(-165),
    everybody,
    'joint_programme',
    {
      title: { en: 'Blue Coast exchange and shared courses', 'zh-CN': '蓝色海岸交流与课程共享协议' },
      endsOn: teller.day(580),
    },
    {
      programme: { fields: { programme: 'the micro-major Coasts and Data' } },
      seats: { commitment: seatsOf(teller, 140) },
      teaching: false,
      award: { fields: { awarding: teller.cast.organisation('alliance') } },
      'personal-data': { fields: { dataContact: 'privacy@bluecoast.example' } },
      disagreement: { fields: forum },
    },
  );
  await proposeAs(teller.at(-160), 'marit', id);
  await approveAs(teller.at(-156), everybody, id);
  await signAs(teller.at(-151), everybody, id, -140);
  return id;
}

/** Version 1 is in force; version 2 promises more seats and waits for two of four parties. */
export async function tellNegotiation(teller: Teller, id: string): Promise<void> {
  await startVersion(teller.at(-20).as('rui'), id);
  await fillDraft(teller.at(-19), 'rui', id, {
    seats: { commitment: seatsOf(teller, 160), text: moreSeats },
    quality: { text: yearlyBoard },
  });
  await addClause(teller.as('mette'), id, { after: 'quality', clause: emptySeats });
  await addComment(teller.at(-16).as('chen'), id, {
    clauseKey: 'seats',
    text: 'Our term starts in March, so seats offered in November help nobody this year.',
  });
  await proposeAs(teller.at(-12), 'marit', id);
  await approveAs(teller.at(-9), ['rui', 'mette'], id);
  await teller.follow();
}

const moreSeats = {
  en: '{promiser} offers {quantity} seats every year in its blocks to learners of {beneficiary}, from {periodStart} to {periodEnd}. Seats offered after 15 November count for the following year. A seat that is empty ten days before teaching starts returns to it.',
  'zh-CN':
    '{promiser} 自 {periodStart} 至 {periodEnd}，每年在其模块中向 {beneficiary} 的学习者提供 {quantity} 个席位。11 月 15 日之后提供的席位计入下一年度。开课前十天仍空缺的席位由其收回。',
};
const yearlyBoard = {
  en: 'A board of one person per party approves the blocks, looks at results and feedback twice a year, and decides what changes. Learners and employers have a seat and a vote in it.',
  'zh-CN':
    '由各方各派一人组成的委员会批准模块，每半年审阅结果与反馈，并决定修改。学习者与用人单位在委员会中设有席位并享有表决权。',
};
const emptySeats = {
  key: 'fair-places',
  kind: 'text' as const,
  title: { en: 'Fair places', 'zh-CN': '公平名额' },
  text: {
    en: 'In every round, one place in ten is reserved for learners who are the first in their family to study. Unused reserved places are released to all.',
    'zh-CN': '每一轮次中，十分之一的名额保留给家庭中首位接受高等教育的学习者。未使用的保留名额向所有人开放。',
  },
  fields: [],
};
