/** What can be wrong with a problem or a call-order file. */
export const FAULT_CODES = [
  'not_an_object',
  'missing',
  'unknown_field',
  'wrong_type',
  'not_whole',
  'negative',
  'out_of_range',
  'not_one_of',
  'bad_id',
  'duplicate_id',
  'unknown_id',
  'duplicate_entry',
  'empty_tie',
  'bad_seed',
  'reserve_over_capacity',
  'minimum_over_capacity',
  'fixed_over_capacity',
  'fixed_over_cap',
  'fixed_over_ceiling',
  'fixed_over_places',
  'contradictory_pair',
  'clash_with_itself',
  'clash_twice',
  'fixed_clash',
  'not_with_method',
  'text_not_unicode',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** One thing that is wrong, where (`learners[3].preferences[0]`), and a sentence about it. */
export interface Fault {
  readonly code: FaultCode;
  readonly path: string;
  readonly message: string;
}

const SHOWN = 100;

/** Thrown by `checkProblem` and `solve`: the input cannot be used, for these reasons (the first hundred). */
export class ProblemError extends Error {
  readonly faults: readonly Fault[];
  /** There may be more: the check ended at the hundredth. */
  readonly isCut: boolean;

  constructor(faults: readonly Fault[]) {
    super(faults.map((fault) => `${fault.path}: ${fault.message}`).join('\n'));
    this.name = 'ProblemError';
    this.faults = faults;
    this.isCut = faults.length >= SHOWN;
  }
}

/** Collects faults; throws them together, so that a person mends a file in one go. */
export class FaultList {
  readonly #faults: Fault[] = [];

  add(code: FaultCode, path: string, message: string): void {
    this.#faults.push({ code, path: path === '' ? 'the file' : path, message });
    if (this.#faults.length >= SHOWN) this.throwIfAny();
  }

  throwIfAny(): void {
    if (this.#faults.length > 0) throw new ProblemError(this.#faults);
  }
}
