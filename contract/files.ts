import { Type, type Static } from 'typebox';
import { Id } from './schema.ts';

/** Types of file that are taken, found from their bytes. */
export const fileTypes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'text/csv',
  'text/plain',
] as const;
export type FileType = (typeof fileTypes)[number];

/** An uploaded file. `mediaType` is what its bytes are, whatever its name says. */
export const FileView = Type.Object({
  id: Id,
  name: Type.String(),
  mediaType: Type.Enum([...fileTypes]),
  sizeBytes: Type.Integer(),
});
export type FileView = Static<typeof FileView>;
