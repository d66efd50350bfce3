import { lookup as resolve } from 'node:dns/promises';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** Why a calendar was not read; the words for people are in `contract/sharing/calendars.ts`. */
export type FetchFailure =
  | 'address_invalid'
  | 'address_internal'
  | 'unreachable'
  | 'too_slow'
  | 'too_large'
  | 'too_many_redirects'
  | 'refused'
  | 'not_a_calendar';

export class CalendarNotFetched extends Error {
  override readonly name = 'CalendarNotFetched';
  readonly failure: FetchFailure;

  constructor(failure: FetchFailure, cause?: unknown) {
    super(failure, { cause });
    this.failure = failure;
  }
}

/** What may be connected to, and how much is waited for and read. */
export interface FetchPolicy {
  /** All addresses of a host name. */
  resolve: (host: string) => Promise<string[]>;
  mayConnectTo: (address: string) => boolean;
  protocols: readonly string[];
  /** For everything together, redirects included. */
  timeLimitMs: number;
  sizeLimit: number;
}

export const openInternet: FetchPolicy = {
  resolve: async (host) => (await resolve(host, { all: true })).map(({ address }) => address),
  mayConnectTo: isPublicAddress,
  protocols: ['https:'],
  timeLimitMs: 15_000,
  sizeLimit: 5_000_000,
};

/** What came of it: the text, or that it is the same as last time. */
export type FetchedCalendar = { isUnchanged: true } | { isUnchanged: false; text: string; etag: string | null };

const mostRedirects = 3;

/**
 * Reads a calendar from an address that a person gave. Every address on the way, also after a redirect, is checked
 * before anything is sent, and the connection is made to the very address that was checked, so that a name which
 * resolves differently the second time gains nothing. Throws CalendarNotFetched.
 */
export async function fetchCalendar(
  address: string,
  etag: string | null = null,
  policy: FetchPolicy = openInternet,
): Promise<FetchedCalendar> {
  const stop = AbortSignal.timeout(policy.timeLimitMs);
  try {
    let url = readAddress(address, policy);
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const answer = await ask(url, etag, policy, stop);
      const status = answer.statusCode ?? 0;
      if (status >= 301 && status <= 308 && status !== 304 && answer.headers.location !== undefined) {
        answer.destroy();
        url = readAddress(new URL(answer.headers.location, url).href, policy);
        continue;
      }
      return await read(answer, policy);
    }
    throw new CalendarNotFetched('too_many_redirects');
  } catch (error) {
    if (error instanceof CalendarNotFetched) throw error;
    throw new CalendarNotFetched(stop.aborted ? 'too_slow' : 'unreachable', error);
  }
}

/** `webcal://` is how calendar programs write https. Throws CalendarNotFetched for what cannot be asked. */
export function readAddress(address: string, { protocols }: Pick<FetchPolicy, 'protocols'> = openInternet): URL {
  const text = address.trim().replace(/^webcals?:\/\//i, 'https://');
  if (!URL.canParse(text)) throw new CalendarNotFetched('address_invalid');
  const url = new URL(text);
  if (!protocols.includes(url.protocol) || url.username !== '' || url.password !== '')
    throw new CalendarNotFetched('address_invalid');
  return url;
}

async function ask(url: URL, etag: string | null, policy: FetchPolicy, stop: AbortSignal): Promise<IncomingMessage> {
  const address = await checkedAddress(url, policy);
  const options: RequestOptions = {
    method: 'GET',
    agent: false,
    signal: stop,
    lookup: always(address),
    maxHeaderSize: 16_384,
    headers: {
      accept: 'text/calendar, text/plain;q=0.5',
      'accept-encoding': 'identity',
      'user-agent': 'Collegium calendar reader',
      ...(etag !== null && { 'if-none-match': etag }),
    },
  };
  const { promise, resolve: answered, reject } = Promise.withResolvers<IncomingMessage>();
  const request = url.protocol === 'https:' ? httpsRequest(url, options) : httpRequest(url, options);
  request.on('response', answered).on('error', reject).end();
  return promise;
}

/** One internal address among several is enough to refuse them all: whoever mixes them means no good. */
async function checkedAddress(url: URL, policy: FetchPolicy): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await policy.resolve(host);
  const [first] = addresses;
  if (first === undefined) throw new CalendarNotFetched('unreachable');
  if (!addresses.every((address) => policy.mayConnectTo(address))) throw new CalendarNotFetched('address_internal');
  return first;
}

/** Node asks for an address once more when it connects: it gets the one that was checked. */
function always(address: string): LookupFunction {
  return (_host, options, callback) => {
    const family = isIP(address);
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
}

async function read(answer: IncomingMessage, policy: FetchPolicy): Promise<FetchedCalendar> {
  if (answer.statusCode === 304) {
    answer.destroy();
    return { isUnchanged: true };
  }
  if (answer.statusCode !== 200) return refuse(answer, 'refused');
  if (!mayBeCalendar(answer)) return refuse(answer, 'not_a_calendar');
  if (Number(answer.headers['content-length'] ?? 0) > policy.sizeLimit) return refuse(answer, 'too_large');
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > policy.sizeLimit) return refuse(answer, 'too_large');
    parts.push(part);
  }
  const text = Buffer.concat(parts)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  if (!/^\s*BEGIN:VCALENDAR/i.test(text)) throw new CalendarNotFetched('not_a_calendar');
  return { isUnchanged: false, text, etag: answer.headers.etag?.slice(0, 200) ?? null };
}

/** Some servers call calendars plain text or nothing in particular; a compressed answer could unpack to anything. */
function mayBeCalendar(answer: IncomingMessage): boolean {
  const type = (answer.headers['content-type'] ?? 'text/calendar').split(';')[0]?.trim().toLowerCase() ?? '';
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  return encoding === 'identity' && ['text/calendar', 'text/plain', 'application/octet-stream'].includes(type);
}

function refuse(answer: IncomingMessage, failure: FetchFailure): never {
  answer.destroy();
  throw new CalendarNotFetched(failure);
}
