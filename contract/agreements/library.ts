import { Type, type Static } from 'typebox';
import { Id, Instant, Nullable, RequiredText } from '../schema.ts';
import { Clause } from './clause.ts';
import { TemplateContent } from './template.ts';

/** A template by the key with which an agreement is begun; `own` is null for those that come with Collegium. */
export const TemplateSummary = Type.Object({
  key: Type.String(),
  title: RequiredText,
  purpose: RequiredText,
  clauses: Type.Integer(),
  promises: Type.Integer(),
  own: Nullable(Type.Object({ id: Id, number: Type.Integer(), changedAt: Instant, changedBy: Type.String() })),
});
export type TemplateSummary = Static<typeof TemplateSummary>;
export const TemplateList = Type.Object({ items: Type.Array(TemplateSummary) });
export type TemplateList = Static<typeof TemplateList>;

export const TemplateView = Type.Object({ key: Type.String(), content: TemplateContent });
export type TemplateView = Static<typeof TemplateView>;

/** A clause of the library; `source` names the template or the organisation that it comes from. */
export const LibraryClause = Type.Object({
  id: Nullable(Id),
  number: Type.Integer(),
  source: Type.String(),
  clause: Clause,
});
export type LibraryClause = Static<typeof LibraryClause>;
export const ClauseLibrary = Type.Object({ items: Type.Array(LibraryClause) });
export type ClauseLibrary = Static<typeof ClauseLibrary>;

/** A template or clause as kept; its version is its number, each change makes the next. */
export const Kept = Type.Object({ id: Id, version: Type.Integer() });
export type Kept = Static<typeof Kept>;
