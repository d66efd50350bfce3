import { errorOfConstraint, errors, errorSentence, type ErrorCode } from '@collegium/contract/errors.ts';

/** A field at fault: a JSON pointer into the body, and the sentence that belongs beside the field. */
export interface FieldProblem {
  pointer: string;
  message: string;
}

/** An error that the caller can understand; becomes RFC 9457 problem details. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ErrorCode;
  readonly parameters: Record<string, string | number>;
  readonly fields: FieldProblem[];
  /** What is recorded now, when an edit came too late: whoever lost sees both. */
  readonly current: object | undefined;
  /** What stands in the way in this very case, as a sentence for the reader. */
  detail: string | undefined;

  constructor(
    code: ErrorCode,
    parameters: Record<string, string | number> = {},
    fields: FieldProblem[] = [],
    current?: object,
  ) {
    super(errorSentence(code, 'en', parameters));
    this.code = code;
    this.parameters = parameters;
    this.fields = fields;
    this.current = current;
  }

  get status(): number {
    return errors[this.code].status;
  }

  /** The same, with the sentence that says why here. */
  because(detail: string): this {
    this.detail = detail;
    return this;
  }
}

/** The problem that a failure of the database means; undefined when it is our own fault. */
export function problemOfDatabase(error: unknown): Problem | undefined {
  if (!isDatabaseError(error)) return undefined;
  const known = error.constraint === undefined ? undefined : errorOfConstraint(error.constraint);
  if (known !== undefined) return new Problem(known);
  // Half of a character (an unpaired surrogate) inside jsonb.
  if (error.code === '22P02' && error.detail?.includes('surrogate')) return new Problem('request.zero_character');
  switch (error.code) {
    case '23505': // unique_violation
    case '23503': // foreign_key_violation
    case '23P01': // exclusion_violation
    case '40001': // serialization_failure
    case '40P01': // deadlock_detected
      return new Problem('request.conflict');
    case '22021': // character_not_in_repertoire
    case '22P05': // untranslatable_character
      return new Problem('request.zero_character');
    case '53100': // disk_full
      return new Problem('server.no_space');
    case '57P01': // admin_shutdown
    case '57P03': // cannot_connect_now
    case '53300': // too_many_connections
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'ENOENT':
      return new Problem('server.unavailable');
    case 'ENOSPC':
      return new Problem('server.no_space');
    default:
      return undefined;
  }
}

/** Whether the database could not read a value as the type that it should have: a made-up key in a cursor does that. */
export function isUnreadableValue(error: unknown): boolean {
  return isDatabaseError(error) && ['22P02', '22003', '22007', '22008'].includes(error.code);
}

function isDatabaseError(error: unknown): error is Error & { code: string; constraint?: string; detail?: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
