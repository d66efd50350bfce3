import type { ResourceView } from '@collegium/contract/sharing/resources.ts';
import type { FileUse } from '@collegium/contract/sharing/terms.ts';
import { sql } from 'kysely';
import { change } from '../../platform/audit/change.ts';
import type { AnswerableFile } from '../../platform/files/answer.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope, Scope } from '../../platform/scope.ts';
import { visibleResources } from '../policy.ts';
import { getResource } from './resources.ts';
import { part, tablesOf } from '../tables.ts';

const filesAtMost = 50;

/**
 * Shows an uploaded file of the owner with its resource: a photograph, which must be a picture, or a manual. Throws
 * resource.not_found, file.not_found, resource.photograph_unreadable, resource.files_full.
 */
export async function addResourceFile(
  scope: MemberScope,
  id: string,
  fileId: string,
  shownAs: FileUse,
): Promise<ResourceView> {
  const t = tablesOf(scope);
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', () =>
        part(sql<{ id: string }>`insert into ${t}.resource_file (resource_id, file_id, shown_as, position)
          select resource.id, file.id, ${shownAs}::text, 1 + (select coalesce(max(position), 0) from ${t}.resource_file known
            where known.resource_id = resource.id)
          from ${t}.resource join ${t}.file on file.organisation_id = resource.organisation_id
          where resource.id = ${id}::uuid and file.id = ${fileId}::uuid and resource.organisation_id = ${scope.actor.organisationId}::uuid
            and (${shownAs}::text <> 'photograph' or file.media_type like 'image/%')
            and (select count(*) from ${t}.resource_file known where known.resource_id = resource.id and known.file_id <> file.id) < ${filesAtMost}
          on conflict (resource_id, file_id) do update set shown_as = excluded.shown_as returning resource_id as id`),
      ) as never,
    { action: 'resource.file_added', objectType: 'resource', details: { fileId } },
  );
  if (rows.length > 0) return getResource(scope, id);
  throw await explainRefusal(scope, id, fileId, shownAs);
}

async function explainRefusal(scope: MemberScope, id: string, fileId: string, shownAs: FileUse): Promise<Problem> {
  const { organisationId } = scope.actor;
  const own = await scope.db
    .selectFrom('resource')
    .leftJoin('file', (join) =>
      join.onRef('file.organisation_id', '=', 'resource.organisation_id').on('file.id', '=', fileId),
    )
    .select('file.media_type')
    .where('resource.id', '=', id)
    .where('resource.organisation_id', '=', organisationId)
    .executeTakeFirst();
  if (!own) return new Problem('resource.not_found');
  if (own.media_type === null) return new Problem('file.not_found');
  if (shownAs === 'photograph' && !own.media_type.startsWith('image/'))
    return new Problem('resource.photograph_unreadable');
  return new Problem('resource.files_full', { limit: filesAtMost });
}

/** Takes a file off its resource. Doing so twice changes nothing. Throws resource.not_found. */
export async function removeResourceFile(scope: MemberScope, id: string, fileId: string): Promise<ResourceView> {
  const t = tablesOf(scope);
  await change(
    scope,
    (db) =>
      db.with('changed', () =>
        part(sql<{ id: string }>`delete from ${t}.resource_file gone using ${t}.resource
          where resource.id = gone.resource_id and resource.id = ${id}::uuid and gone.file_id = ${fileId}::uuid
            and resource.organisation_id = ${scope.actor.organisationId}::uuid returning resource.id`),
      ) as never,
    { action: 'resource.file_removed', objectType: 'resource', details: { fileId } },
  );
  const view = await getResource(scope, id);
  if (view.owner.id !== scope.actor.organisationId) throw new Problem('resource.not_found');
  return view;
}

/** A file of a resource, for whoever may see the resource. Throws file.not_found. */
export async function getResourceFile(scope: Scope, id: string, fileId: string): Promise<AnswerableFile> {
  const t = tablesOf(scope);
  const day = scope.clock.now().toISOString().slice(0, 10);
  const { rows } = await sql<AnswerableFile>`select file.name, file.media_type, file.sha256
    from ${t}.resource join ${t}.resource_file on resource_file.resource_id = resource.id join ${t}.file on file.id = resource_file.file_id
    where resource.id = ${id}::uuid and file.id = ${fileId}::uuid and ${visibleResources(scope.actor, day)}`.execute(
    scope.db,
  );
  if (!rows[0]) throw new Problem('file.not_found');
  return rows[0];
}
