import { Type, type Static } from 'typebox';
import { Abilities, Id, Instant, Nullable, RequiredText } from '../schema.ts';
import { Clause } from './clause.ts';
import { TemplateContent } from './template.ts';

/** One version of a template or clause that an organisation keeps. */
const keptVersion = { number: Type.Integer(), changedAt: Instant, changedBy: Type.String() };
export const KeptVersion = Type.Object(keptVersion);
export type KeptVersion = Static<typeof KeptVersion>;

/** A template by the key with which an agreement is begun; `own` is null for those that come with Collegium. */
export const TemplateSummary = Type.Object({
  key: Type.String(),
  title: RequiredText,
  purpose: RequiredText,
  clauses: Type.Integer(),
  promises: Type.Integer(),
  own: Nullable(Type.Object({ id: Id, ...keptVersion })),
});
export type TemplateSummary = Static<typeof TemplateSummary>;
export const TemplateList = Type.Object({ items: Type.Array(TemplateSummary), abilities: Abilities(['keep']) });
export type TemplateList = Static<typeof TemplateList>;

/** A template with its clauses, and every version of it when it is one's own, latest first. */
export const TemplateView = Type.Object({
  key: Type.String(),
  content: TemplateContent,
  own: Nullable(Type.Object({ id: Id, number: Type.Integer(), versions: Type.Array(KeptVersion) })),
  abilities: Abilities(['change', 'copy']),
});
export type TemplateView = Static<typeof TemplateView>;

/** A clause of the library; `source` names the template or the organisation that it comes from. */
export const LibraryClause = Type.Object({
  id: Nullable(Id),
  number: Type.Integer(),
  source: Type.String(),
  clause: Clause,
  changedAt: Nullable(Instant),
  changedBy: Nullable(Type.String()),
});
export type LibraryClause = Static<typeof LibraryClause>;
export const ClauseLibrary = Type.Object({ items: Type.Array(LibraryClause), abilities: Abilities(['keep']) });
export type ClauseLibrary = Static<typeof ClauseLibrary>;

/** A clause that one's organisation keeps, with every version of its text, latest first. */
export const KeptClauseView = Type.Object({
  id: Id,
  versions: Type.Array(Type.Object({ ...keptVersion, clause: Clause }), { minItems: 1 }),
  abilities: Abilities(['change']),
});
export type KeptClauseView = Static<typeof KeptClauseView>;

/** A template or clause as kept; its version is its number, each change makes the next. */
export const Kept = Type.Object({ id: Id, version: Type.Integer() });
export type Kept = Static<typeof Kept>;
