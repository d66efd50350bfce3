import multipart from '@fastify/multipart';
import { fileSizeLimit } from '@collegium/contract/file-size.ts';
import { FileView } from '@collegium/contract/files.ts';
import type { FastifyInstance } from 'fastify';
import { route, type Route } from '../http/route.ts';
import { Problem } from '../problem/problem.ts';
import { uploadFile } from './upload.ts';

/** Room for the file and for the few lines that multipart/form-data puts around it. */
const bodyLimit = fileSizeLimit + 65_536;

/** Lets the application read `multipart/form-data`, as a stream: one file, nothing else. The size is watched by `storeFile`. */
export async function readUploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart, {
    limits: { files: 1, fields: 5, fieldSize: 1_000, fileSize: bodyLimit, headerPairs: 100 },
  });
}

/** Uploads; what a file is attached to serves it to those who may see that. */
export const fileRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/files',
    permission: 'file:create',
    summary: 'Upload one file (multipart/form-data) for one’s own organisation, to attach it afterwards',
    bodyLimit,
    consumes: 'multipart/form-data',
    response: { 201: FileView },
    handle: async ({ scope, request, reply }) => {
      if (!request.isMultipart()) throw new Problem('file.missing');
      const file = await request.file();
      if (!file) throw new Problem('file.missing');
      const view = await uploadFile(scope, { stream: file.file, name: file.filename });
      reply.status(201);
      return view;
    },
  }),
];
