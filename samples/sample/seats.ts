import { claimPlace } from '@collegium/server/applications/claim.ts';
import { createOffer } from '@collegium/server/offers/offers.ts';
import { publish } from './offers.ts';
import type { Teller } from './teller.ts';

/** Courses whose places are given first come, first served: one with room, whose id this is, one full with a waiting list; and a draft. */
export async function tellSeats(teller: Teller): Promise<string> {
  const course = {
    kind: 'course' as const,
    allocatedBy: 'first_come' as const,
    audience: 'network' as const,
    languages: ['en'],
    applicationsOpenAt: teller.instant(-12),
    applicationsCloseAt: teller.instant(18, 22),
  };
  const courseId = await publish(teller.at(-13), {
    ...course,
    by: 'pieter',
    begins: 25,
    ends: 95,
    title: { en: 'Port logistics for engineers', 'zh-CN': '面向工程师的港口物流' },
    description: {
      en: 'How goods, ships and data move through a port, with two evenings on the quay.',
      'zh-CN': '货物、船舶与数据如何在港口流转，另有两次码头夜访。',
    },
    fieldCode: '0413',
    skills: ['logistics'],
    level: 'bachelor',
    mode: 'mixed',
    city: 'Rotterdam',
    country: 'NL',
    timeZone: 'Europe/Amsterdam',
    places: 30,
    creditsEcts: 5,
    hours: 125,
    sessions: [26, 33, 40].map((day) => ({
      startsLocal: `${teller.day(day)}T18:00`,
      endsLocal: `${teller.day(day)}T20:30`,
      timeZone: 'Europe/Amsterdam',
      place: 'Hall 3',
    })),
  });
  const full = await publish(teller.at(-12), {
    ...course,
    by: 'ebba',
    begins: 20,
    ends: 24,
    title: { en: 'Safe work on the water: a week', 'zh-CN': '水上安全作业：一周课程' },
    fieldCode: '1022',
    level: 'vocational',
    mode: 'on_site',
    city: 'Umeå',
    country: 'SE',
    timeZone: 'Europe/Stockholm',
    places: 4,
    creditsEcts: 2,
    hours: 40,
  });
  const keen = ['ribeira-1', 'northwater-2', 'jianglan-3', 'amina', 'ribeira-5', 'northwater-6', 'jianglan-7'];
  for (const [index, key] of keen.entries()) await claimPlace(teller.at(-11 + index).as(key), full, {});
  await createOffer(teller.at(-2).as('jonas'), {
    kind: 'internship',
    title: { en: 'Grid operations placement', 'zh-CN': '电网运行实习' },
    places: 2,
    allocatedBy: 'round',
    city: 'Esbjerg',
    country: 'DK',
    timeZone: 'Europe/Copenhagen',
    startsOn: teller.day(60),
    endsOn: teller.day(180),
  });
  return courseId;
}
