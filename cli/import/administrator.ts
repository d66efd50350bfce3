import { findAdministrator } from '../../server/imports/queries.ts';
import { inNetwork } from '../../server/platform/database/database.ts';
import { newId } from '../../server/platform/ids.ts';
import { Problem } from '../../server/platform/problem/problem.ts';
import type { MemberScope } from '../../server/platform/scope.ts';
import { UsageError } from '../command.ts';
import type { Installation } from '../installation.ts';

/** A scope in which the administrator with this mail address acts. Throws import.not_administrator. */
export async function administratorScope(
  { services }: Installation,
  slug: string,
  email: string,
): Promise<MemberScope> {
  const network = await services.db
    .selectFrom('platform.network')
    .select(['slug', 'name', 'is_sample as isSample'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!network) throw new UsageError(`There is no network “${slug}”; collegium network list shows all.`);
  const db = inNetwork(services.db, slug);
  const found = await findAdministrator(db, email, services.clock.now().toISOString().slice(0, 10));
  if (!found) throw new Problem('import.not_administrator', { email, network: slug });
  return { ...services, ...found, db, network, requestId: newId() };
}
