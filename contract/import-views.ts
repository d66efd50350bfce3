import { Type, type Static } from 'typebox';
import { importKinds } from './imports.ts';
import { Id, Nullable, OneOf, Page, pageQuery } from './schema.ts';

const importStates = ['running', 'finished', 'refused', 'failed'] as const;

/** One reading of a file, as a row of the history. `rowsFaulty` had something wrong; `rowsUnchanged` were there already. */
export const ImportItem = Type.Object({
  id: Id,
  kind: OneOf(importKinds),
  fileName: Type.String(),
  state: OneOf(importStates),
  onError: OneOf(['apply_valid', 'apply_nothing'] as const),
  rowsRead: Type.Integer(),
  rowsFaulty: Type.Integer(),
  rowsCreated: Type.Integer(),
  rowsUnchanged: Type.Integer(),
  startedAt: Type.String(),
  finishedAt: Nullable(Type.String()),
  person: Nullable(Type.Object({ id: Id, name: Type.String() })),
});
export type ImportItem = Static<typeof ImportItem>;
export const ImportPage = Page(ImportItem);
export type ImportPage = Static<typeof ImportPage>;

export const ImportQuery = Type.Object({ ...pageQuery, kind: Type.Optional(Type.Array(OneOf(importKinds))) });
export type ImportQuery = Static<typeof ImportQuery>;

/** What was wrong with a row, and what to do, in the language of whoever imported. `row` counts as a spreadsheet does. */
export const ImportProblemView = Type.Object({
  row: Type.Integer(),
  column: Nullable(Type.String()),
  code: Type.String(),
  message: Type.String(),
});

/** An import with its problems, the first thousand. */
export const ImportView = Type.Object({
  ...ImportItem.properties,
  fileSha256: Type.String(),
  error: Nullable(Type.String()),
  problems: Type.Array(ImportProblemView),
});
export type ImportView = Static<typeof ImportView>;
