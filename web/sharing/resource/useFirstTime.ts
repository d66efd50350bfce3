import type { ResourceView } from '@collegium/contract/sharing/resources';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { freeTogetherQuery } from '../queries.ts';

const hourMs = 3_600_000;
const twoWeeksMs = 14 * 24 * hourMs;

/** With which time a booking begins on the page: the first hour that can be had, else the next full one that the notice allows. */
export function useFirstTime(resource: ResourceView | undefined): { starts: string; ends: string } {
  const [now] = useState(() => Date.now());
  const { noticeMinutes = 0, shortestMinutes = 60 } = resource?.rules ?? {};
  const minutes = Math.max(60, shortestMinutes);
  const next = Math.ceil((now + noticeMinutes * 60_000) / hourMs) * hourMs;
  const [from, until] = [new Date(next).toISOString(), new Date(next + twoWeeksMs).toISOString()];
  const { data } = useQuery(freeTogetherQuery(resource?.abilities.book ? [resource.id] : [], { minutes, from, until }));
  return {
    starts: data?.startsAt ?? from,
    ends: data?.endsAt ?? new Date(next + minutes * 60_000).toISOString(),
  };
}
