import type { BookingInput } from '@collegium/contract/sharing/bookings.ts';
import type { ResourceInput, ResourceView } from '@collegium/contract/sharing/resources.ts';
import { changeOrganisation, getOrganisation } from '@collegium/server/organisations/organisations.ts';
import { offerIdle } from '@collegium/server/sharing/idle/idle.ts';
import { keepBookings } from '@collegium/server/sharing/jobs.ts';
import { makeBooking } from '@collegium/server/sharing/booking/make-booking.ts';
import { issuePassport } from '@collegium/server/sharing/passports/passports.ts';
import { createQualification } from '@collegium/server/sharing/passports/qualifications.ts';
import { createResource } from '@collegium/server/sharing/resources/resources.ts';
import { makeSeries } from '@collegium/server/sharing/series/series.ts';
import { tellPictures } from './pictures.ts';
import type { Teller } from './teller.ts';

const workdays = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  opensMinute: 480,
  closesMinute: 1_080,
  audience: 'network' as const,
}));

interface Elsewhere {
  /** The agreement whose parties read what is shared under it. */
  exchangeId: string;
  /** A course that uses a room. */
  courseId: string;
}

/** What partners share, what is booked of it in these weeks, and what waits: for approval, for a place, for training. */
export async function tellSharing(teller: Teller, { exchangeId, courseId }: Elsewhere): Promise<void> {
  const mette = teller.at(-60).as('mette');
  const safety = await createQualification(mette, {
    name: { en: 'Laser safety, class 4', 'zh-CN': '四类激光安全' },
    description: { en: 'Half a day on site; bring closed shoes.' },
    validMonths: 24,
  });
  const share = async (key: string, input: ResourceInput) => createResource(teller.as(key), input);
  const tank = await share('mette', {
    kind: 'laboratory',
    name: { en: 'Towing tank', 'zh-CN': '拖曳水池' },
    description: { en: 'Forty metres, with wave maker and motion tracking.' },
    city: 'Esbjerg',
    country: 'DK',
    latitude: 55.47,
    longitude: 8.45,
    timeZone: 'Europe/Copenhagen',
    audience: 'network',
    openings: workdays,
    skills: ['hydrodynamics'],
    rules: { approvalChain: ['owner'], longestMinutes: 600, noticeMinutes: 120 },
    rates: [
      { audience: 'own', amountMinor: 0, currency: 'EUR' },
      { audience: 'network', amountMinor: 9_000, currency: 'EUR' },
    ],
    shares: (['halden', 'ribeira'] as const).map((key) => ({
      organisationId: teller.cast.organisation(key),
      promisedMinutes: key === 'halden' ? 3_600 : 2_400,
      startsOn: teller.day(-90),
      endsOn: teller.day(275),
    })),
  });
  const cutter = await share('mette', {
    kind: 'equipment',
    name: { en: 'Laser cutter', 'zh-CN': '激光切割机' },
    city: 'Esbjerg',
    country: 'DK',
    timeZone: 'Europe/Copenhagen',
    audience: 'network',
    openings: workdays,
    qualificationIds: [safety.id],
    rules: { checkIn: 'code', releaseAfterMinutes: 15 },
    checkInCode: 'ANCHOR7',
  });
  const microscopes = await share('helena', {
    kind: 'equipment',
    name: { en: 'Field microscopes', 'zh-CN': '野外显微镜' },
    city: 'Porto',
    country: 'PT',
    latitude: 41.15,
    longitude: -8.61,
    timeZone: 'Europe/Lisbon',
    audience: 'network',
    sharedAs: 'items',
    units: 8,
    quotas: [{ per: 'person', period: 'week', limitMinutes: 1_200 }],
  });
  const room = await share('pieter', {
    kind: 'room',
    name: { en: 'Dike room', 'zh-CN': '堤坝会议室' },
    city: 'Rotterdam',
    country: 'NL',
    timeZone: 'Europe/Amsterdam',
    audience: 'network',
    offerIds: [courseId],
    rules: { acceptWithinMinutes: 1_440 },
  });
  await share('lu', {
    kind: 'online_resource',
    name: { en: 'Port traffic data, ten seats', 'zh-CN': '港口交通数据，十席' },
    url: 'https://ports.example.org/traffic?from=collegium',
    timeZone: 'Asia/Shanghai',
    audience: 'partners',
    agreementIds: [exchangeId],
    sharedAs: 'seats',
    units: 10,
  });
  const hours = await share('pieter', {
    kind: 'person_time',
    personId: teller.cast.member('pieter').personId,
    name: { en: 'Pieter van Dam: flood defence', 'zh-CN': 'Pieter van Dam：防洪' },
    description: { en: 'Guest lectures and consultations, in Dutch or English, on site or online.' },
    city: 'Rotterdam',
    country: 'NL',
    timeZone: 'Europe/Amsterdam',
    audience: 'network',
    services: ['guest_lecture', 'consultation', 'staff_exchange'],
    quotas: [
      { per: 'everybody', period: 'week', limitMinutes: 240 },
      { per: 'everybody', period: 'term', limitMinutes: 2_400, startsOn: teller.day(-60), endsOn: teller.day(90) },
    ],
  });
  await tellLibrary(teller);
  const charts = await share('helena', {
    kind: 'collection',
    name: { en: 'Sea charts, 1890 to 1950', 'zh-CN': '海图（1890–1950）' },
    timeZone: 'Europe/Lisbon',
    audience: 'network',
    sharedAs: 'items',
    units: 40,
    rules: { shortestMinutes: 60, longestMinutes: 40_320, gridMinutes: 60 },
  });
  const email = teller.cast.member('amina').personId;
  const amina = await teller
    .as('amina')
    .db.selectFrom('person')
    .select('email')
    .where('id', '=', email)
    .executeTakeFirst();
  if (amina?.email) await issuePassport(teller.at(-20).as('mette'), safety.id, { email: amina.email });
  await tellPictures(teller, { tank, cutter, microscopes });
  await tellBookings(teller, { tank, microscopes, room });
  await tellLending(teller, { charts, hours, cutter });
}

/** Ribeira’s people open what is online through their own library. */
async function tellLibrary(teller: Teller): Promise<void> {
  const rui = teller.as('rui');
  const { kind, name, shortMark, country, city, description, version } = await getOrganisation(
    rui,
    rui.actor.organisationId,
  );
  await changeOrganisation(rui, rui.actor.organisationId, version, {
    kind,
    name,
    shortMark,
    country,
    city,
    description,
    linkResolver: 'https://proxy.ribeira.example.org/login?qurl={url}',
    openUrlBase: 'https://find.ribeira.example.org/openurl',
  });
}

async function tellBookings(
  teller: Teller,
  { tank, microscopes, room }: Record<'tank' | 'microscopes' | 'room', ResourceView>,
): Promise<void> {
  const book = (key: string, resource: ResourceView, day: number, hour: number, more: Partial<BookingInput> = {}) =>
    makeBooking(teller.as(key), {
      resources: [{ resourceId: resource.id }],
      starts: teller.instant(day, hour),
      ends: teller.instant(day, hour + 2),
      ...more,
    });
  teller.at(-15);
  for (const [day, key] of [
    [-12, 'amina'],
    [-10, 'lu'],
    [-6, 'sigrid'],
    [-3, 'helena'],
  ] as const)
    await book(key, microscopes, day, 9, { purpose: 'Sediment samples' });
  teller.at(-1);
  await keepBookings(teller.scopeOf(teller.cast.member('marit')));
  await book('helena', microscopes, 3, 9, {
    purpose: 'Plankton practical',
    heldFor: 'course',
    groupName: 'Marine biology 2',
    resources: [{ resourceId: microscopes.id, quantity: 6 }],
  });
  await book('amina', microscopes, 3, 9, { purpose: 'Thesis' });
  await book('pieter', room, 4, 9, { purpose: 'Flood defence seminar' });
  await book('amina', room, 4, 10, { purpose: 'Study group', orWait: true });
  await makeSeries(teller.as('sigrid'), {
    resources: [{ resourceId: room.id }],
    starts: teller.instant(6, 13),
    ends: teller.instant(6, 14),
    rule: 'FREQ=WEEKLY;COUNT=8',
    purpose: 'Joint programme board',
    skipTaken: true,
  });
  for (let day = 5; day <= 11; day += 1)
    await book('sigrid', tank, day, 10, { purpose: 'Hull resistance trial' }).catch(ignoreClosedDays);
}

/** Sea charts that are due soon and overdue, a guest lecture, and idle hours that became an offer. */
async function tellLending(
  teller: Teller,
  { charts, hours, cutter }: Record<'charts' | 'hours' | 'cutter', ResourceView>,
): Promise<void> {
  const book = (key: string, resource: ResourceView, starts: string, ends: string, more: Partial<BookingInput>) =>
    makeBooking(teller.as(key), { resources: [{ resourceId: resource.id }], starts, ends, ...more });
  teller.at(-21);
  await book('sigrid', charts, teller.instant(-20), teller.instant(-3), { purpose: 'Exhibition on old fairways' });
  teller.at(-15);
  await book('amina', charts, teller.instant(-14), teller.instant(2), { purpose: 'Thesis' });
  teller.at(-1, 12);
  await keepBookings(teller.scopeOf(teller.cast.member('marit')));
  await book('helena', hours, teller.instant(8, 9), teller.instant(8, 11), {
    service: 'guest_lecture',
    heldFor: 'course',
    groupName: 'Marine biology 2',
    purpose: 'What a dike must hold',
  });
  await offerIdle(teller.as('mette'), cutter.id, {
    from: teller.day(1),
    until: teller.day(28),
    title: { en: 'Three hours at the laser cutter', 'zh-CN': '激光切割机三小时' },
    hoursPerPlace: 3,
    places: 4,
  });
}

/** Weekends are closed, and which days these are depends on the day on which the world is made. */
function ignoreClosedDays(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'booking.rules_not_met')) throw error;
}
