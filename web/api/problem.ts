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

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = body.code ?? 'unknown';
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.fields = readFields(body.errors);
    this.requestId = body.requestId;
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
  requestId?: string;
  errors?: unknown;
}

/** Reads a problem body; anything that is not one (a proxy's page, say) becomes a problem without words. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const body: unknown = isJson ? await response.json().catch(() => ({})) : {};
  return new ApiProblem(response.status, typeof body === 'object' && body !== null ? body : {});
}

function readFields(errors: unknown): FieldProblem[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const where = 'path' in entry ? entry.path : 'field' in entry ? entry.field : undefined;
    const what = 'detail' in entry ? entry.detail : 'message' in entry ? entry.message : undefined;
    return typeof where === 'string' && typeof what === 'string' ? [{ path: where, detail: what }] : [];
  });
}
