import type { BookingPage, BookingView, SwapChoices } from '@collegium/contract/sharing/bookings';
import type { CalendarView } from '@collegium/contract/sharing/calendar';
import type { FeedList, OutsideCalendarList } from '@collegium/contract/sharing/calendars';
import type { FreeTimesInput, FreeTimesView } from '@collegium/contract/sharing/free-times';
import type { IdleQuery, IdleView } from '@collegium/contract/sharing/idle';
import type { PassportPage, QualificationPage } from '@collegium/contract/sharing/passports';
import type { BalanceReport, UseReport } from '@collegium/contract/sharing/reports';
import type { ResourceFacets, ResourcePage, ResourceView } from '@collegium/contract/sharing/resources';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type CallOptions } from '../api/client.ts';
import { pagesQuery } from '../api/pages.ts';
import { queryClient } from '../api/query-client.ts';
import type { ResourceSearch } from './search.ts';

/** The resources that words and filters leave, page by page. */
export const resourcesQuery = (search: ResourceSearch) =>
  infiniteQueryOptions({
    queryKey: ['resources', 'list', search],
    queryFn: ({ signal, pageParam }) =>
      api.get<ResourcePage>('/resources', { query: { ...search, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

/** How many resources each further choice would leave. */
export const resourceFacetsQuery = (search: ResourceSearch) =>
  queryOptions({
    queryKey: ['resources', 'facets', search],
    queryFn: ({ signal }) => api.get<ResourceFacets>('/resources/facets', { query: { ...search }, signal }),
    placeholderData: keepPreviousData,
  });

export const resourceQuery = (id: string) =>
  queryOptions({
    queryKey: ['resources', 'one', id],
    queryFn: ({ signal }) => api.get<ResourceView>(`/resources/${id}`, { signal }),
  });

/** What is booked of some resources between two instants. */
export const calendarQuery = (resourceId: readonly string[], from: string, until: string) =>
  queryOptions({
    queryKey: ['bookings', 'calendar', resourceId, from, until],
    queryFn: ({ signal }) =>
      api.get<CalendarView>('/resources/calendar', { query: { resourceId: [...resourceId], from, until }, signal }),
    placeholderData: keepPreviousData,
    enabled: resourceId.length > 0,
    refetchInterval: 60_000,
  });

export const bookingsQuery = (query: CallOptions['query']) =>
  pagesQuery<BookingPage['items'][number]>('/bookings', query);

export const bookingQuery = (id: string) =>
  queryOptions({
    queryKey: ['bookings', 'one', id],
    queryFn: ({ signal }) => api.get<BookingView>(`/bookings/${id}`, { signal }),
  });

/** Times of others that the holder of a booking could have instead. */
export const swapChoicesQuery = (id: string) =>
  queryOptions({
    queryKey: ['bookings', 'swaps', id],
    queryFn: ({ signal }) => api.get<SwapChoices>(`/bookings/${id}/swaps`, { signal }),
  });

export const freeTimesQuery = (input: FreeTimesInput, isAsked = true) =>
  queryOptions({
    queryKey: ['bookings', 'free', input],
    queryFn: ({ signal }) => api.post<FreeTimesView>('/free-times', input, { signal }),
    enabled: isAsked,
    staleTime: 10_000,
  });

/**
 * The first time at which all of some resources can be had together; null when there is none in the span. Each round asks
 * from when the slowest of them is free, until all name the same time.
 */
export const freeTogetherQuery = (resourceIds: string[], input: Omit<FreeTimesInput, 'resourceIds'>) =>
  queryOptions({
    queryKey: ['bookings', 'free-together', resourceIds, input],
    queryFn: async ({ signal }) => {
      let from = input.from;
      for (let round = 0; round < roundsAtMost && from < input.until; round += 1) {
        const { items } = await api.post<FreeTimesView>('/free-times', { ...input, resourceIds, from }, { signal });
        const slowest = items.at(-1);
        if (!slowest || items.length < resourceIds.length) return null;
        if (items.every(({ startsAt }) => startsAt === slowest.startsAt)) return slowest;
        from = slowest.startsAt;
      }
      return null;
    },
    enabled: resourceIds.length > 0,
    staleTime: 10_000,
  });

const roundsAtMost = 12;

export const useReportQuery = (query: { from: string; until: string }) =>
  queryOptions({
    queryKey: ['bookings', 'use', query],
    queryFn: ({ signal }) => api.get<UseReport>('/sharing/use', { query, signal }),
    placeholderData: keepPreviousData,
  });

/** Hours of a resource that nobody has booked in some days. */
export const idleQuery = (id: string, query: IdleQuery) =>
  queryOptions({
    queryKey: ['resources', 'idle', id, query],
    queryFn: ({ signal }) => api.get<IdleView>(`/resources/${id}/idle`, { query, signal }),
    placeholderData: keepPreviousData,
  });

export const balanceQuery = (query: { from: string; until: string }) =>
  queryOptions({
    queryKey: ['bookings', 'balance', query],
    queryFn: ({ signal }) => api.get<BalanceReport>('/sharing/balance', { query, signal }),
    placeholderData: keepPreviousData,
  });

export const qualificationsQuery = (query: CallOptions['query'] = {}) =>
  pagesQuery<QualificationPage['items'][number]>('/qualifications', query);

export const passportsQuery = (query: CallOptions['query'] = {}) =>
  pagesQuery<PassportPage['items'][number]>('/passports', query);

export const feedsQuery = queryOptions({
  queryKey: ['feeds'],
  queryFn: ({ signal }) => api.get<FeedList>('/feeds', { signal }),
});

export const outsideCalendarsQuery = queryOptions({
  queryKey: ['outside-calendars'],
  queryFn: ({ signal }) => api.get<OutsideCalendarList>('/outside-calendars', { signal }),
});

/** After a booking changed: itself at once, calendars and lists as soon as they are looked at. */
export async function bookingChanged(booking?: BookingView): Promise<void> {
  if (booking) queryClient.setQueryData(bookingQuery(booking.id).queryKey, booking);
  const isOther = ({ queryKey }: { queryKey: readonly unknown[] }) =>
    queryKey[0] === 'bookings' && !(booking && queryKey[1] === 'one' && queryKey[2] === booking.id);
  await queryClient.invalidateQueries({ predicate: isOther });
  await queryClient.invalidateQueries({ queryKey: ['resources'] });
}
