import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { fetchCalendar, openInternet, readAddress, type FetchPolicy } from './fetch-calendar.ts';
import { isPublicAddress } from './public-address.ts';

const calendar = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nEND:VCALENDAR\r\n';
const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

/** A server outside: its name resolves to the loopback address, which for tests counts as the open internet. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((done) => server.once('listening', done));
  return `http://calendar.example:${(server.address() as AddressInfo).port}/x.ics`;
}

const outside: FetchPolicy = {
  ...openInternet,
  protocols: ['http:', 'https:'],
  resolve: async () => ['127.0.0.1'],
  mayConnectTo: (address) => address === '127.0.0.1' || isPublicAddress(address),
};

const answering =
  (body: string | Buffer, headers: Record<string, string> = { 'content-type': 'text/calendar' }): RequestListener =>
  (_request, reply) =>
    reply.writeHead(200, headers).end(body);

test('a calendar is read with its tag', async () => {
  const address = await serve(answering(calendar, { 'content-type': 'text/calendar; charset=utf-8', etag: '"1"' }));
  expect(await fetchCalendar(address, null, outside)).toEqual({ isUnchanged: false, text: calendar, etag: '"1"' });
});

test('an unchanged calendar is not sent again', async () => {
  const address = await serve((request, reply) =>
    request.headers['if-none-match'] === '"1"' ? reply.writeHead(304).end() : reply.writeHead(500).end(),
  );
  expect(await fetchCalendar(address, '"1"', outside)).toEqual({ isUnchanged: true });
});

test.each([
  'http://127.0.0.1/x.ics',
  'http://[::1]/x.ics',
  'http://169.254.169.254/latest/meta-data',
  'http://2130706433/',
  'http://0x7f.1/',
])('%s is refused before anything is sent', async (address) => {
  const policy = { ...openInternet, protocols: ['http:', 'https:'] };
  await expect(fetchCalendar(address, null, policy)).rejects.toMatchObject({ failure: 'address_internal' });
});

test('a name that leads to an internal address is refused, also when it leads outside as well', async () => {
  const asked: string[] = [];
  const address = await serve((request, reply) => {
    asked.push(request.url ?? '');
    reply.end(calendar);
  });
  for (const addresses of [['10.0.0.7'], ['127.0.0.1', '10.0.0.7']])
    await expect(fetchCalendar(address, null, { ...outside, resolve: async () => addresses })).rejects.toMatchObject({
      failure: 'address_internal',
    });
  expect(asked).toEqual([]);
});

test('a redirect to an internal address is refused', async () => {
  const inside: string[] = [];
  const internal = createServer((request, reply) => {
    inside.push(request.url ?? '');
    reply.end(calendar);
  }).listen(0, '127.0.0.2');
  servers.push(internal);
  await new Promise((done) => internal.once('listening', done));
  const location = `http://127.0.0.2:${(internal.address() as AddressInfo).port}/secret`;
  const address = await serve((_request, reply) => reply.writeHead(302, { location }).end());
  await expect(fetchCalendar(address, null, outside)).rejects.toMatchObject({ failure: 'address_internal' });
  expect(inside).toEqual([]);
});

test('a name that resolves differently the second time is connected to as it was checked', async () => {
  const address = await serve(answering(calendar));
  let asked = 0;
  const resolve = async () => [asked++ === 0 ? '127.0.0.1' : '10.0.0.7'];
  expect(await fetchCalendar(address, null, { ...outside, resolve })).toMatchObject({ isUnchanged: false });
  expect(asked).toBe(1);
});

test('redirects are followed, three at most', async () => {
  let hops = 0;
  const address = await serve((request, reply) => {
    hops += 1;
    const left = Number(new URL(request.url ?? '', 'http://x').searchParams.get('left') ?? '3');
    if (left === 0) reply.writeHead(200, { 'content-type': 'text/calendar' }).end(calendar);
    else reply.writeHead(307, { location: `/x.ics?left=${left - 1}` }).end();
  });
  expect(await fetchCalendar(address, null, outside)).toMatchObject({ text: calendar });
  expect(hops).toBe(4);
  await expect(fetchCalendar(`${address}?left=4`, null, outside)).rejects.toMatchObject({
    failure: 'too_many_redirects',
  });
});

test('a redirect to a file or with a password is refused', async () => {
  for (const location of ['file:///etc/passwd', 'http://user:word@calendar.example/', 'ftp://calendar.example/']) {
    const address = await serve((_request, reply) => reply.writeHead(301, { location }).end());
    await expect(fetchCalendar(address, null, outside)).rejects.toMatchObject({ failure: 'address_invalid' });
  }
});

test('a calendar of 50 MB is dropped, whether it says so or not', async () => {
  const large = Buffer.alloc(50_000_000, `X-NOTE:${'x'.repeat(60)}\r\n`);
  const said = await serve(answering(large, { 'content-type': 'text/calendar', 'content-length': '50000000' }));
  await expect(fetchCalendar(said, null, outside)).rejects.toMatchObject({ failure: 'too_large' });
  let sent = 0;
  const unsaid = await serve((_request, reply) => {
    reply.writeHead(200, { 'content-type': 'text/calendar' });
    const more = () => {
      while (sent < large.length && reply.write(large.subarray(sent, sent + 65_536))) sent += 65_536;
    };
    reply.on('drain', more);
    more();
  });
  await expect(fetchCalendar(unsaid, null, outside)).rejects.toMatchObject({ failure: 'too_large' });
  expect(sent).toBeLessThan(20_000_000);
});

test('a server that answers too late, or drop by drop, is left', async () => {
  const policy = { ...outside, timeLimitMs: 300 };
  const silent = await serve(() => {});
  await expect(fetchCalendar(silent, null, policy)).rejects.toMatchObject({ failure: 'too_slow' });
  const dripping = await serve((_request, reply) => {
    reply.writeHead(200, { 'content-type': 'text/calendar' });
    const drip = setInterval(() => reply.write('BEGIN:VCALENDAR\r\n'), 20);
    reply.on('close', () => clearInterval(drip));
  });
  await expect(fetchCalendar(dripping, null, policy)).rejects.toMatchObject({ failure: 'too_slow' });
});

test.each([
  ['a page', '<html>', { 'content-type': 'text/html' }],
  ['a page that calls itself a calendar', '<html>', { 'content-type': 'text/calendar' }],
  ['something compressed', 'x', { 'content-type': 'text/calendar', 'content-encoding': 'gzip' }],
])('%s is not a calendar', async (_what, body, headers) => {
  const address = await serve(answering(body, headers));
  await expect(fetchCalendar(address, null, outside)).rejects.toMatchObject({ failure: 'not_a_calendar' });
});

test('a missing calendar and a server that is not there are told apart', async () => {
  const missing = await serve((_request, reply) => reply.writeHead(404).end());
  await expect(fetchCalendar(missing, null, outside)).rejects.toMatchObject({ failure: 'refused' });
  await expect(fetchCalendar('http://calendar.example:1/', null, outside)).rejects.toMatchObject({
    failure: 'unreachable',
  });
});

test('addresses are read as calendar programs write them, and only https', () => {
  expect(readAddress(' webcal://calendar.example/x.ics').href).toBe('https://calendar.example/x.ics');
  for (const address of ['http://calendar.example/', 'file:///etc/passwd', 'javascript:1', 'calendar', ''])
    expect(() => readAddress(address)).toThrow('address_invalid');
});
