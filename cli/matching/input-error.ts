/** A file that cannot be used; the message is one sentence with the place. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** What was read, and how to say where in it a path stands. */
export interface Input {
  readonly value: unknown;
  readonly placeOf: (path: string) => string;
}
