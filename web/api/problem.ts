/** A field that the server refused, with a sentence that says what to enter. `path` is dotted: `sessions.0.startsAt`. */
export interface FieldProblem {
  path: string;
  detail: string;
}

/** What the server answered instead of success: RFC 9457 problem details. `code` is one of the closed list in `contract/errors.ts`. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly fields: readonly FieldProblem[];
  readonly requestId: string | undefined;
  /** What is recorded now, when an edit came too late. */
  readonly current: unknown;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = body.code ?? 'unknown';
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.fields = readFields(body.errors);
    this.requestId = body.instance;
    this.current = body.current;
  }

  /** Somebody else changed the record since it was read. */
  get isStale(): boolean {
    return this.status === 412;
  }
}

/** The network could not be reached at all; nothing was received by the server. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The server could not be reached', { cause });
    this.name = 'Unreachable';
  }
}

interface ProblemBody {
  code?: string;
  title?: string;
  detail?: string;
  /** The id of the request, as the server's log has it. */
  instance?: string;
  errors?: unknown;
  current?: unknown;
}

/** Reads a problem body; anything that is not one (a proxy's page, say) becomes a problem without words. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const body: unknown = isJson ? await response.json().catch(() => ({})) : {};
  return new ApiProblem(response.status, typeof body === 'object' && body !== null ? body : {});
}

/** Each entry points into the body: `{ pointer: '/sessions/0/startsAt', detail: '…' }`. */
function readFields(errors: unknown): FieldProblem[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((entry: unknown) => {
    const isField = typeof entry === 'object' && entry !== null && 'pointer' in entry && 'detail' in entry;
    if (!isField || typeof entry.pointer !== 'string' || typeof entry.detail !== 'string') return [];
    return [{ path: entry.pointer.replace(/^\//, '').replaceAll('/', '.'), detail: entry.detail }];
  });
}
