/** What a caller may watch and stop; polled every few thousand steps. */
export interface Hooks {
  /** `done` of `total` steps of the named stage; called at most a few hundred times. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** An AbortSignal, or anything whose `aborted` turns true (a view of shared memory, in a worker). */
  readonly signal?: { readonly aborted: boolean } | undefined;
}

export interface Progress {
  readonly stage: 'placing' | 'improving' | 'checking' | 'explaining';
  readonly done: number;
  readonly total: number;
}

/** Thrown out of a method when its signal is aborted. */
export class CancelledError extends Error {
  constructor() {
    super('The run was cancelled.');
    this.name = 'CancelledError';
  }
}

/** Reports progress and stops when the signal says so. */
export function pulse(hooks: Hooks, progress: Progress): void {
  hooks.onProgress?.(progress);
  if (hooks.signal?.aborted) throw new CancelledError();
}

/** How many learners are dealt with between two pulses. */
export const PULSE_LEARNERS = 1 << 13;
