import { examine, type Finding } from '../doctor/examine.ts';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-codes.ts';

export const command = defineCommand({
  name: 'doctor',
  summary: 'Checks configuration, database, mail and files; says what is wrong and how to mend it.',
  usage: `
Usage: collegium doctor [--json]

  --json  print [{"about", "state", "says", "mend"}, …]; state is good, notice or wrong

Changes nothing. Returns 0 when nothing is wrong.`,
  options: { json: { type: 'boolean' } },
  run: async ({ values, io }) => {
    const findings = await examine(io.env);
    io.out(values.json ? JSON.stringify(findings, null, 2) : findings.map(line).join('\n'));
    return findings.some((finding) => finding.state === 'wrong') ? exitCode.failed : exitCode.ok;
  },
});

function line({ about, state, says, mend }: Finding): string {
  const text = `${state.padEnd(6)}  ${about.padEnd(13)}  ${says}`;
  return mend === undefined ? text : `${text}\n${' '.repeat(23)}→ ${mend}`;
}
