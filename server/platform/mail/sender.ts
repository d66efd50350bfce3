import { type Database, inNetwork } from '../database/database.ts';
import { type Running, startLoop } from '../events/loop.ts';
import type { Signal } from '../events/signal.ts';
import type { Services } from '../scope.ts';
import * as queries from './queries.ts';
import { reasonOf, refusalOf } from './refusal.ts';
import { mostAttempts, pausesMs, shortestPauseMs } from './schedule.ts';
import { type MailTransport, openTransport } from './transport.ts';

const everyMs = 1_000;

/** Sent at once; as many as the transport keeps connections. */
const batch = 4;

type SenderServices = Pick<Services, 'db' | 'clock' | 'config' | 'log'>;

/**
 * Sends the queued mail of every network; any number of processes may. A mail that was taken by a process which died
 * is sent by another after a minute, at worst a second time, under the same Message-ID.
 */
export function startMailSender({ services, signal }: { services: SenderServices; signal: Signal }): Running {
  let transport: MailTransport | undefined;
  const loop = startLoop({
    name: 'mail',
    signal,
    everyMs,
    log: services.log,
    async pass(stop) {
      for (const slug of await queries.listNetworksWithDueMail(services.db, services.clock.now())) {
        transport ??= await openTransport(services.config);
        await sendNetwork(services, slug, transport, stop);
      }
    },
  });
  return {
    async stop() {
      await loop.stop();
      transport?.close();
    },
  };
}

/** Sends all mail that is due, then returns. For tests and commands. Throws when the mail server cannot be reached. */
export async function sendDueMail(services: SenderServices): Promise<void> {
  const transport = await openTransport(services.config);
  const never = new AbortController().signal;
  try {
    for (const slug of await queries.listNetworksWithDueMail(services.db, services.clock.now()))
      await sendNetwork(services, slug, transport, never);
  } finally {
    transport.close();
  }
}

async function sendNetwork(
  services: SenderServices,
  slug: string,
  transport: MailTransport,
  stop: AbortSignal,
): Promise<void> {
  const network = inNetwork(services.db, slug);
  while (!stop.aborted) {
    const mails = await queries.claimMails(network, { now: services.clock.now(), limit: batch, pausesMs });
    if (mails.length === 0) return;
    const failures = await Promise.all(mails.map((mail) => sendOne(services, network, transport, mail)));
    const unreachable = failures.find((failure) => failure !== undefined);
    if (unreachable) throw new Error('The mail server cannot be reached; the mail is kept.', { cause: unreachable });
  }
}

/** Sends one mail and notes what came of it; returns the error when the mail server could not be reached at all. */
async function sendOne(
  { clock, log }: SenderServices,
  network: Database,
  transport: MailTransport,
  mail: queries.MailRow,
): Promise<Error | undefined> {
  try {
    await transport.send(mail);
  } catch (error) {
    const refusal = refusalOf(error);
    const reason = reasonOf(error);
    if (refusal === 'unreachable') {
      await queries.release(network, mail.id, new Date(clock.now().getTime() + shortestPauseMs), reason);
      return error instanceof Error ? error : new Error(reason);
    }
    const isFinal = refusal === 'never' || mail.attempts >= mostAttempts;
    log.warn({ mailId: mail.id, attempts: mail.attempts, reason, isFinal }, 'the mail server refused a mail');
    if (isFinal) await queries.markFailed(network, mail.id, clock.now(), reason);
    else await queries.markPutOff(network, mail.id, reason);
    return undefined;
  }
  await queries.markSent(network, mail.id, clock.now());
  return undefined;
}
