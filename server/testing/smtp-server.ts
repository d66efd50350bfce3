import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  from: string;
  to: string[];
  /** Headers and body as they came over the wire. */
  raw: string;
}

export interface TestSmtpServer {
  /** For `SMTP_URL`. */
  url: string;
  received: ReceivedMail[];
  /** Answers to mail for an address, instead of taking it: for instance `{ 'a@example.org': 550 }`. */
  refusals: Record<string, number>;
  /** While set, it never answers after the recipient, or after it has the whole mail. */
  stall: { after: 'recipient' | 'mail' | null };
  /** Recipients that were named so far, answered or not. */
  named: string[];
  close: () => Promise<void>;
}

/** A mail server that keeps what it gets. */
export async function startSmtpServer(port = 0): Promise<TestSmtpServer> {
  const received: ReceivedMail[] = [];
  const refusals: Record<string, number> = {};
  const stall: TestSmtpServer['stall'] = { after: null };
  const named: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 1_000,
    onRcptTo({ address }, _session, callback) {
      named.push(address);
      if (stall.after === 'recipient') return;
      const responseCode = refusals[address];
      callback(responseCode === undefined ? null : Object.assign(new Error('Refused here'), { responseCode }));
    },
    onData(stream, { envelope }, callback) {
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
      const to = envelope.rcptTo.map(({ address }) => address);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push({ from, to, raw: Buffer.concat(chunks).toString() });
        if (stall.after !== 'mail') callback();
      });
    },
  });
  // A sender that is killed leaves its connection reset.
  server.on('error', () => {});
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const actual = typeof address === 'object' ? address?.port : port;
  const close = () => new Promise<void>((resolve) => server.close(resolve));
  return { url: `smtp://127.0.0.1:${actual}`, received, refusals, stall, named, close };
}
