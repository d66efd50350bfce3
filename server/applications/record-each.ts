import type { EventDetails } from '@collegium/contract/json.ts';
import { jsonb } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { Scope } from '../platform/scope.ts';

/** How many events one statement writes. */
const batch = 1_000;

/** Records that the same happened to several applications, by the server itself; `scope.db` is the transaction in which it did. */
export async function recordEach(
  scope: Scope,
  ids: readonly string[],
  happening: { action: string; reason?: string | null; details?: EventDetails },
): Promise<void> {
  for (let from = 0; from < ids.length; from += batch) {
    const events = ids.slice(from, from + batch).map((id) => ({
      id: newId(),
      at: scope.clock.now(),
      action: happening.action,
      object_type: 'application',
      object_id: id,
      reason: happening.reason ?? null,
      details: jsonb(happening.details ?? {}),
      request_id: scope.requestId,
    }));
    await scope.db.insertInto('audit_event').values(events).execute();
  }
  if (ids.length > 0) scope.signal();
}
