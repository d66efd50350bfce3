/**
 * Collegium's matching engine: decides who gets which place, and says why.
 * Pure: no input or output, no clock, no platform, no dependency; the same bytes for the same input everywhere.
 */
export { checkProblem } from './check/check-problem.ts';
export { FAULT_CODES, type Fault, type FaultCode, ProblemError } from './check/faults.ts';
export { canonicalHash, canonicalJson } from './hash/canonical-json.ts';
export { commitSeed, isSeed, lotteryNumber } from './hash/seed.ts';
export { callOrder } from './methods/call-order.ts';
export { CancelledError, type Hooks, type Progress } from './methods/hooks.ts';
export { REASON_CODES, type Reason, type ReasonCode } from './outcome/reasons.ts';
export * from './problem.ts';
export * from './result.ts';
export { solve, type SolveOptions } from './solve.ts';
