import { networkPath } from './network.ts';
import { readProblem, Unreachable } from './problem.ts';

type QueryValue = string | number | boolean | null | undefined | readonly (string | number)[];

/** Options of a call. `query` leaves out null, undefined and empty values, and repeats lists. */
export interface CallOptions {
  query?: Record<string, QueryValue>;
  signal?: AbortSignal;
}

/** Options of a write. `ifMatch` is the version that was read; `idempotencyKey` is made per call unless given. */
export interface WriteOptions extends CallOptions {
  ifMatch?: string | number;
  idempotencyKey?: string;
}

/** A body together with the tag under which it may be edited. */
export interface Tagged<T> {
  data: T;
  etag: string | undefined;
}

/** Calls of the network's interface, `/{network}/api…`. Each throws `ApiProblem` when refused and `Unreachable` when there is no answer. */
export const api = {
  get: <T>(path: string, options?: CallOptions) => call<T>('GET', path, undefined, options).then(({ data }) => data),
  getTagged: <T>(path: string, options?: CallOptions) => call<T>('GET', path, undefined, options),
  post: <T>(path: string, body?: unknown, options?: WriteOptions) => write<T>('POST', path, body, options),
  put: <T>(path: string, body?: unknown, options?: WriteOptions) => write<T>('PUT', path, body, options),
  patch: <T>(path: string, body?: unknown, options?: WriteOptions) => write<T>('PATCH', path, body, options),
  delete: <T>(path: string, options?: WriteOptions) => write<T>('DELETE', path, undefined, options),
};

/** The address of a call, for links that the browser follows itself (a CSV download). */
export function apiUrl(path: string, query: CallOptions['query'] = {}): string {
  return networkPath(`/api${path}`) + queryString(query);
}

/** A call outside any network: the list of networks, and sign-in. Throws like `api`. */
export async function request<T>(
  method: string,
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<Tagged<T>> {
  const response = await send(method, url, body, headers, signal);
  if (!response.ok) throw await readProblem(response);
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { data: (isJson ? await response.json() : undefined) as T, etag: response.headers.get('etag') ?? undefined };
}

function call<T>(method: string, path: string, body: unknown, options: WriteOptions = {}): Promise<Tagged<T>> {
  const headers: Record<string, string> = {};
  if (options.ifMatch !== undefined) headers['if-match'] = quoteTag(options.ifMatch);
  if (options.idempotencyKey !== undefined) headers['idempotency-key'] = options.idempotencyKey;
  return request<T>(method, apiUrl(path, options.query), body, headers, options.signal);
}

function write<T>(method: string, path: string, body: unknown, options: WriteOptions = {}): Promise<T> {
  const keyed = method === 'POST' ? { idempotencyKey: crypto.randomUUID(), ...options } : options;
  return call<T>(method, path, body, keyed).then(({ data }) => data);
}

async function send(
  method: string,
  url: string,
  body: unknown,
  headers: Record<string, string>,
  signal?: AbortSignal,
): Promise<Response> {
  const isForm = body instanceof FormData;
  try {
    return await fetch(url, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'accept-language': document.documentElement.lang,
        'x-collegium': '1',
        ...(body !== undefined && !isForm ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new Unreachable(cause);
  }
}

function quoteTag(tag: string | number): string {
  const text = String(tag);
  return text.startsWith('"') || text.startsWith('W/') ? text : `"${text}"`;
}

function queryString(query: Record<string, QueryValue>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) params.append(name, String(one));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
