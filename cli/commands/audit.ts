import { readFileSync } from 'node:fs';
import { inNetwork } from '../../server/platform/database/database.ts';
import { sealKeyOf, SealKeyError } from '../../server/platform/seal/kept-key.ts';
import { newSeed } from '../../server/platform/seal/keys.ts';
import { rotateKey } from '../../server/platform/seal/rotate-key.ts';
import { sealEvents } from '../../server/platform/seal/seal-events.ts';
import { type SealReport, verifySeal } from '../../server/platform/seal/verify-seal.ts';
import { readWitness, type Witness } from '../../server/platform/seal/witness.ts';
import { defineCommand, UsageError } from '../command.ts';
import { exitCode } from '../exit-codes.ts';
import { type Installation, openInstallation } from '../installation.ts';

const shown = 20;

export const command = defineCommand({
  name: 'audit',
  summary: 'Proves that the record of changes was not changed itself.',
  usage: `
Usage: collegium audit verify --network <slug> [--key <hex>] [--checkpoint <file>] [--json]
       collegium audit seal --network <slug>
       collegium audit rotate-key
       collegium audit new-key

verify reads every event and compares it with what was sealed; it names the first that was
changed, removed or slipped in. --key is a public key that you kept, instead of the one of
this installation; --checkpoint is a checkpoint that you kept, as /<network>/api/seal gives
it. seal seals what is waiting at once instead of within a minute. rotate-key puts a new key
in the place of the one in the data folder; new-key prints one for COLLEGIUM_SEAL_KEY.

Exit code 0 when history is as it was sealed, 1 when it is not. See docs/operate/seal.md.`,
  options: {
    network: { type: 'string' },
    key: { type: 'string' },
    checkpoint: { type: 'string', multiple: true },
    json: { type: 'boolean' },
  },
  run: async ({ values, positionals, io }) => {
    const [action, ...rest] = positionals;
    if (rest.length > 0) throw new UsageError('Say one thing to do.');
    if (action === 'new-key') {
      io.out(newSeed());
      return exitCode.ok;
    }
    if (action !== 'verify' && action !== 'seal' && action !== 'rotate-key')
      throw new UsageError('Say what to do: verify, seal, rotate-key or new-key.');
    const key = publicKeyOf(values.key);
    const witnesses = (values.checkpoint ?? []).map(readCheckpoint);
    const installation = await openInstallation(io.env);
    try {
      if (action === 'rotate-key') io.out(await rotate(installation));
      else {
        const slug = await knownNetwork(installation, values.network);
        const db = inNetwork(installation.services.db, slug);
        if (action === 'seal') io.out(`${await sealEvents(installation.services, { db, slug })} events sealed.`);
        else {
          const report = await verify(installation, slug, key, witnesses);
          io.out(values.json ? JSON.stringify(report) : wordsFor(report));
          return report.faults.length === 0 ? exitCode.ok : exitCode.failed;
        }
      }
      return exitCode.ok;
    } catch (error) {
      if (!(error instanceof SealKeyError)) throw error;
      io.err(error.message);
      return exitCode.failed;
    } finally {
      await installation.database.close();
    }
  },
});

async function verify(
  { services }: Installation,
  network: string,
  key: Buffer | undefined,
  kept: Witness[],
): Promise<SealReport> {
  const own = readWitness(services.config.dataFolder, network);
  return verifySeal({
    db: inNetwork(services.db, network),
    network,
    publicKey: key ?? sealKeyOf(services.config).publicKey,
    witnesses: own ? [...kept, own] : kept,
  });
}

async function rotate({ services }: Installation): Promise<string> {
  if (services.config.sealKey !== undefined)
    throw new UsageError(
      'The key is in COLLEGIUM_SEAL_KEY: put there what `collegium audit new-key` prints, and start every process anew.',
    );
  const { from, to } = await rotateKey(services);
  return `Key ${to} took the place of ${from}. What ${from} signed counts as before.`;
}

async function knownNetwork({ services }: Installation, slug: string | undefined): Promise<string> {
  if (slug === undefined) throw new UsageError('Say for which --network.');
  const known = await services.db.selectFrom('platform.network').where('slug', '=', slug).select('slug').execute();
  if (known.length > 0) return slug;
  throw new UsageError(`There is no network “${slug}”; collegium network list shows all.`);
}

function publicKeyOf(hex: string | undefined): Buffer | undefined {
  if (hex === undefined) return undefined;
  if (!/^[0-9a-f]{64}$/i.test(hex)) throw new UsageError('--key is a public key: 64 hex digits.');
  return Buffer.from(hex, 'hex');
}

function readCheckpoint(path: string): Witness {
  const read = JSON.parse(readFileSync(path, 'utf8')) as Witness | { checkpoint: Witness };
  const witness = 'checkpoint' in read ? read.checkpoint : read;
  if (typeof witness?.size !== 'number' || typeof witness.root !== 'string')
    throw new UsageError(`${path} is no checkpoint.`);
  return witness;
}

function wordsFor({ faults, sealed, checkpoints, unsealed, network, lastCheckpoint }: SealReport): string {
  const waiting = unsealed === 0 ? '' : `\n${unsealed} later events wait for the next sealing.`;
  if (faults.length === 0)
    return lastCheckpoint === null
      ? `Nothing in “${network}” is sealed yet.${waiting}`
      : `The history of “${network}” is as it was sealed: ${sealed} events, ${checkpoints} checkpoints, the last of ${lastCheckpoint.at}.\nRoot ${lastCheckpoint.root}${waiting}`;
  const lines = faults
    .slice(0, shown)
    .map(({ position, eventId, action, at, message }) =>
      [
        position === null ? '' : `${position}.`,
        eventId === null ? '' : `Event ${eventId}`,
        action ? `(${action}${at === null ? '' : `, ${at}`})` : '',
        message,
      ]
        .filter(Boolean)
        .join(' '),
    );
  const more = faults.length > shown ? `\n… and ${faults.length - shown} more.` : '';
  return `The history of “${network}” is not as it was sealed.\n${lines.join('\n')}${more}${waiting}`;
}
