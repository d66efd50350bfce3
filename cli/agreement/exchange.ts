import { readFileSync, writeFileSync } from 'node:fs';
import { readHeiCodes } from '../../server/adapters/ewp/codes.ts';
import { exportIia } from '../../server/adapters/ewp/export-iia.ts';
import { IiaError } from '../../server/adapters/ewp/iia.ts';
import { importIia } from '../../server/adapters/ewp/import-iia.ts';
import { readIias } from '../../server/adapters/ewp/read-iias.ts';
import { type Database, inNetwork } from '../../server/platform/database/database.ts';
import { newId } from '../../server/platform/ids.ts';
import { listNetworks } from '../../server/platform/networks.ts';
import type { MemberScope } from '../../server/platform/scope.ts';
import { type Io, UsageError } from '../command.ts';
import { exitCode } from '../exit-codes.ts';
import { type Installation, openInstallation } from '../installation.ts';

export interface ExchangeOptions {
  network?: string | undefined;
  agreement?: string | undefined;
  as?: string | undefined;
  out?: string | undefined;
  language?: string | undefined;
  hei?: string[] | undefined;
}

/** Writes an agreement as Erasmus Without Paper does. */
export async function exportAgreement(options: ExchangeOptions, io: Io): Promise<number> {
  const { agreement } = options;
  if (agreement === undefined) throw new UsageError('Say which --agreement: its reference or its id.');
  const [language = 'en', cefrLevel] = (options.language ?? 'en:B1').split(':');
  return withNetwork(options, io, async ({ db }) => {
    const found = await exportIia(db, {
      agreement,
      language: { language, ...(cefrLevel !== undefined && { cefrLevel }) },
      codes: codesGiven(options.hei),
    });
    if (!found) throw new UsageError(`There is no agreement “${agreement}”.`);
    if (options.out === undefined) io.out(found.xml);
    else writeFileSync(options.out, found.xml);
  });
}

/** Begins agreements from a file that another system wrote. */
export async function importAgreements(path: string | undefined, options: ExchangeOptions, io: Io): Promise<number> {
  const { as } = options;
  if (path === undefined) throw new UsageError('Say which file.');
  if (as === undefined)
    throw new UsageError('Say --as whom: the mail address of a coordinator of one of the partners.');
  return withNetwork(options, io, async (network) => {
    const iias = readIias(readFileSync(path));
    const codes = await readHeiCodes(network.db, codesGiven(options.hei));
    for (const iia of iias) {
      const ids = iia.partners.flatMap(({ heiId }) => codes.organisationOf.get(heiId)?.id ?? []);
      const scope = await coordinatorScope(network, as, ids);
      const id = await importIia(scope, iia, (heiId) => codes.organisationOf.get(heiId)?.id);
      io.out(`Begun: ${scope.config.url}/${scope.network.slug}/agreements/${id}`);
    }
  });
}

type Network = { services: Installation['services']; db: Database; slug: string };

/** The person named acts for none of the partners. */
class NoCoordinator extends Error {}

async function withNetwork(
  options: ExchangeOptions,
  io: Io,
  run: (network: Network) => Promise<void>,
): Promise<number> {
  const { network: slug } = options;
  if (slug === undefined) throw new UsageError('Say for which --network.');
  const { services, database } = await openInstallation(io.env);
  try {
    const known = await listNetworks(services.db);
    if (!known.some((one) => one.slug === slug))
      throw new UsageError(`There is no network “${slug}”; collegium network list shows all.`);
    await run({ services, db: inNetwork(services.db, slug), slug });
    return exitCode.ok;
  } catch (error) {
    if (!(error instanceof IiaError || error instanceof NoCoordinator)) throw error;
    io.err(error.message);
    if (error instanceof IiaError && ['iia.partner_unknown', 'iia.code_missing'].includes(error.code))
      io.err('You can also give it with --hei <code>=<organisation>.');
    return exitCode.badInput;
  } finally {
    await database.close();
  }
}

/** Codes given as `code=organisation id`. */
function codesGiven(pairs: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [code = '', id = ''] = pair.split('=');
      if (!/^[0-9a-f-]{36}$/.test(id)) throw new UsageError(`--hei is <code>=<id of an organisation>, not “${pair}”.`);
      return [code, id];
    }),
  );
}

async function coordinatorScope(
  { services, db, slug }: Network,
  email: string,
  organisationIds: string[],
): Promise<MemberScope> {
  const today = services.clock.now().toISOString().slice(0, 10);
  const found = await db
    .selectFrom('person')
    .innerJoin('membership', 'membership.person_id', 'person.id')
    .select([
      'person.account_id',
      'person.id',
      'membership.id as membership_id',
      'membership.role',
      'membership.organisation_id',
    ])
    .where('person.email', '=', email.toLowerCase())
    .where('membership.role', 'in', ['coordinator', 'organisation_administrator'])
    .where('membership.organisation_id', 'in', organisationIds.length > 0 ? organisationIds : [newId()])
    .where((eb) => eb.or([eb('membership.ended_on', 'is', null), eb('membership.ended_on', '>', today)]))
    .executeTakeFirst();
  if (!found?.account_id) throw new NoCoordinator(`${email} is no coordinator of a partner of this agreement.`);
  const [network] = (await listNetworks(services.db)).filter((one) => one.slug === slug);
  if (!network) throw new UsageError(`There is no network “${slug}”.`);
  const actor = {
    role: found.role,
    accountId: found.account_id,
    personId: found.id,
    membershipId: found.membership_id,
    organisationId: found.organisation_id,
  };
  return { ...services, db, network, actor, requestId: newId(), language: 'en' };
}
