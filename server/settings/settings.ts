import type { SettingsInput, SettingsView } from '@collegium/contract/settings.ts';
import { roleHas } from '@collegium/contract/permissions.ts';
import { change } from '../platform/audit/change.ts';
import { isTimeZone } from '@collegium/contract/offers/local-time.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';

/** The rules of this network. */
export async function getSettings(scope: MemberScope): Promise<SettingsView> {
  const row = await scope.db.selectFrom('setting').selectAll().executeTakeFirstOrThrow();
  return {
    smallGroupThreshold: row.small_group_threshold,
    timeZone: row.time_zone,
    version: row.version,
    abilities: { change: roleHas(scope.actor.role, 'setting:change') },
  };
}

/** Changes the rules of this network. Throws request.version_stale, profile.time_zone_unknown. */
export async function changeSettings(scope: MemberScope, version: number, input: SettingsInput): Promise<SettingsView> {
  if (!isTimeZone(input.timeZone)) throw new Problem('profile.time_zone_unknown', { timeZone: input.timeZone });
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('setting')
          .set((eb) => ({
            small_group_threshold: input.smallGroupThreshold,
            time_zone: input.timeZone,
            version: eb('version', '+', 1),
          }))
          .where('version', '=', version)
          .returning('id'),
      ),
    {
      action: 'setting.changed',
      objectType: 'setting',
      objectId: settingsId,
      details: { smallGroupThreshold: input.smallGroupThreshold, timeZone: input.timeZone },
    },
  );
  if (rows.length === 0) throw new Problem('request.version_stale');
  return getSettings(scope);
}

/** The settings are one row without a UUID; audit events name their object by one. */
const settingsId = '00000000-0000-0000-0000-000000000001';
