import type { FastifyRequest } from 'fastify';

const passedOn = ['cookie', 'user-agent', 'origin', 'referer', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'];

/** The request as the library takes it: below our own address, whatever name the browser knows this server by. */
export function standardRequest(request: FastifyRequest, ownUrl: string): Request {
  const headers = new Headers({ 'x-client-address': request.ip });
  for (const name of passedOn) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  if (isFromOurPage(request)) headers.set('origin', ownUrl);
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  if (hasBody) headers.set('content-type', 'application/json');
  return new Request(new URL(request.url, ownUrl), {
    method: request.method,
    headers,
    ...(hasBody && { body: JSON.stringify(request.body ?? {}) }),
  });
}

/** A server has several names (localhost, 127.0.0.1, the one behind a proxy); a page under the same name is ours. */
function isFromOurPage({ headers, protocol, host }: FastifyRequest): boolean {
  return headers['sec-fetch-site'] === 'same-origin' || headers.origin === `${protocol}://${host}`;
}
