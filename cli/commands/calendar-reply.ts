import { loadConfig } from '../../server/platform/config/config.ts';
import { defineCommand, UsageError } from '../command.ts';
import { exitCode } from '../exit-codes.ts';

/** As much as the interface takes. */
const longest = 262_144;
const patienceMs = 30_000;

export const command = defineCommand({
  name: 'calendar-reply',
  summary: 'Takes a mail that answers an invitation, as mail servers hand it on.',
  usage: `
Usage: collegium calendar-reply --network <slug> [--url <address of the server>]

Reads the mail from standard input and gives it to the server, which writes down whether
somebody comes. Meant for the pipe of a mail server, for instance in /etc/aliases:

  noreply: "|npx --prefix /srv/collegium collegium calendar-reply --network north"

The server's address is COLLEGIUM_URL unless --url names another. When the server cannot
be reached the command ends with 75, so that the mail server keeps the mail and tries
again; a mail that is no answer ends with 65, and whoever wrote it is told so.`,
  options: { network: { type: 'string' }, url: { type: 'string' } },
  run: async ({ values, positionals, io }) => {
    if (positionals.length > 0) throw new UsageError(`It takes no argument “${positionals[0]}”.`);
    if (values.network === undefined || !/^[a-z0-9-]+$/.test(values.network))
      throw new UsageError('Say for which --network.');
    const mail = await readAtMost(longest);
    if (mail === undefined) {
      io.err(`The mail is longer than ${longest / 1_024} kB, so it was not read.`);
      return exitCode.badInput;
    }
    const server = (values.url ?? loadConfig(io.env).url).replace(/\/$/, '');
    const answer = await ask(`${server}/${values.network}/api/calendar-replies`, mail);
    if (answer === undefined || answer.status >= 500 || answer.status === 429) {
      io.err(`The server at ${server} does not answer; try again later.`);
      return exitCode.tryAgain;
    }
    if (answer.ok) return exitCode.ok;
    io.err(await sentenceOf(answer));
    return exitCode.badInput;
  },
});

/** All of standard input; undefined when it is longer. */
async function readAtMost(bytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    const part = Buffer.from(chunk as Uint8Array);
    length += part.length;
    if (length > bytes) return undefined;
    chunks.push(part);
  }
  return Buffer.concat(chunks);
}

/** Undefined when nobody answered. */
async function ask(address: string, mail: Buffer): Promise<Response | undefined> {
  try {
    return await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822', 'x-collegium': '1' },
      body: new Uint8Array(mail),
      signal: AbortSignal.timeout(patienceMs),
    });
  } catch {
    return undefined;
  }
}

async function sentenceOf(answer: Response): Promise<string> {
  const problem: unknown = await answer.json().catch(() => undefined);
  const hasTitle = typeof problem === 'object' && problem !== null && 'title' in problem;
  return hasTitle ? String(problem.title) : `The server answered ${answer.status}.`;
}
