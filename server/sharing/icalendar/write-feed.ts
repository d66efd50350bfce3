import { pickText } from '@collegium/contract/pick-text.ts';
import {
  ICalCalendar,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
  ICalEventClass,
} from 'ical-generator';
import type { FeedEvent, OpenFeed } from './feed-content-queries.ts';

export interface FeedPlace {
  /** Address of the network's pages, without a trailing slash. */
  pages: string;
  /** Makes the ids of events unique in the world. */
  host: string;
}

/** Writes a feed as calendar programs read it (RFC 5545). The same events give the same text, byte for byte. */
export function writeFeed(feed: OpenFeed, events: readonly FeedEvent[], { pages, host }: FeedPlace): string {
  const words = feed.language.startsWith('zh') ? chinese : english;
  const calendar = new ICalCalendar({
    prodId: { company: 'Collegium', product: 'Sharing', language: 'EN' },
    name: feed.name === null ? words.own : pickText(feed.name, feed.language),
    timezone: null,
    ttl: 900,
  });
  for (const event of events) {
    const isHidden = feed.resource_id !== null && !feed.is_staff;
    calendar.createEvent({
      id: `${event.id}@${host}`,
      sequence: event.version,
      stamp: event.created_at,
      start: event.starts_at,
      end: event.ends_at,
      summary: isHidden ? words.taken : summaryOf(event, feed, words),
      status:
        event.state === 'requested' || event.state === 'offered'
          ? ICalEventStatus.TENTATIVE
          : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.OPAQUE,
      busystatus: ICalEventBusyStatus.BUSY,
      class: ICalEventClass.PRIVATE,
      ...(!isHidden && { description: event.purpose || null, url: `${pages}/bookings/${event.id}` }),
      ...(event.place !== null && { location: locationOf(event, event.place) }),
    });
  }
  return calendar.toString();
}

function summaryOf(event: FeedEvent, feed: OpenFeed, words: typeof english): string {
  const names = event.names.map((name) => pickText(name, feed.language)).join(words.and);
  if (event.kind === 'offer') return words.offered(names);
  if (event.kind === 'maintenance') return words.maintenance(names);
  return feed.resource_id === null ? names : words.held(event.holder, event.organisation);
}

function locationOf({ latitude, longitude }: FeedEvent, title: string) {
  return { title, ...(latitude !== null && longitude !== null && { geo: { lat: latitude, lon: longitude } }) };
}

const english = {
  own: 'My bookings',
  taken: 'Taken',
  and: ', ',
  maintenance: (names: string) => `Maintenance: ${names}`,
  offered: (names: string) => `Held for an offer: ${names}`,
  held: (holder: string, organisation: string) => `${holder} (${organisation})`,
};

const chinese: typeof english = {
  own: '我的预约',
  taken: '已占用',
  and: '、',
  maintenance: (names) => `维护：${names}`,
  offered: (names) => `为项目保留：${names}`,
  held: (holder, organisation) => `${holder}（${organisation}）`,
};
