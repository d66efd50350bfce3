/** What `collegium` returns, after sysexits.h. */
export const exitCode = {
  ok: 0,
  failed: 1,
  usage: 64,
  badInput: 65,
  unavailable: 69,
  tryAgain: 75,
  configuration: 78,
} as const;

export const exitCodesHelp = `Exit codes: 0 done, 1 failed, 64 wrong arguments, 65 wrong input data,
            69 something needed is unavailable, 75 try again later, 78 wrong configuration`;
