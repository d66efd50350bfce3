import type { Readable } from 'node:stream';
import type { FileView } from '@collegium/contract/files.ts';
import { change } from '../audit/change.ts';
import { newId } from '../ids.ts';
import { oneLine } from '../mail/message.ts';
import type { MemberScope } from '../scope.ts';
import { storeFile } from './store.ts';

/**
 * Takes a file for the actor's organisation. The bytes are on disk before the row is written, so a row never stands for
 * bytes that are not there. Throws what `storeFile` throws, and `file.name_too_long`.
 */
export async function uploadFile(scope: MemberScope, file: { stream: Readable; name: string }): Promise<FileView> {
  const name = bareName(file.name);
  const { dataFolder } = scope.config;
  const { sha256, sizeBytes, mediaType } = await storeFile(file.stream, { name, dataFolder });
  const id = newId();
  const row = {
    id,
    organisation_id: scope.actor.organisationId,
    name,
    media_type: mediaType,
    size_bytes: sizeBytes,
    sha256,
    created_at: scope.clock.now(),
    created_by: scope.actor.personId,
  };
  await change(scope, (db) => db.with('changed', (query) => query.insertInto('file').values(row).returning('id')), {
    action: 'file.uploaded',
    objectType: 'file',
    details: { name, mediaType, sizeBytes },
  });
  return { id, name, mediaType, sizeBytes };
}

/** Some browsers send the whole path. */
function bareName(name: string): string {
  return oneLine(name.split(/[/\\]/).at(-1) ?? '') || 'file';
}
