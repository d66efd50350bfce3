/**
 * Collegium's matching engine: decides who gets which place, and says why.
 * Pure: no input or output, no clock, no platform, no dependency; the same bytes for the same input everywhere.
 */
export { checkProblem } from './check/check-problem.ts';
export { FAULT_CODES, type Fault, type FaultCode, ProblemError } from './check/faults.ts';
export { canonicalHash, canonicalJson } from './hash/canonical-json.ts';
export { commitSeed, isSeed, lotteryNumber } from './hash/seed.ts';
export { type CallOrder, checkCallOrder, orderOfCall } from './check/check-call-order.ts';
export { callOrder } from './methods/call-order.ts';
export { CancelledError, type Hooks, type Progress } from './methods/hooks.ts';
export { REASON_CODES, type Reason, type ReasonCode } from './outcome/reasons.ts';
export { sentenceFor } from './outcome/sentence.ts';
export * from './problem.ts';
export { compare, compareMethods, type Change, type ChangeCounts, type Comparison } from './publish/compare.ts';
export { pseudonymise, type Pseudonymised } from './publish/pseudonyms.ts';
export { type Discrepancy, verify } from './publish/verify.ts';
export * from './result.ts';
export { solve, solveAndExplain, type SolveOptions } from './solve.ts';
