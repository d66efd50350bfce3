import { Type, type Static } from 'typebox';
import { RequiredText } from '../schema.ts';
import { Clause } from './clause.ts';
import { AgreementTerms } from './terms.ts';

/** From what an agreement begins: terms and clauses, with gaps still to be filled. */
export const TemplateContent = Type.Object(
  {
    title: RequiredText,
    purpose: RequiredText,
    terms: Type.Omit(AgreementTerms, ['title'], { additionalProperties: false }),
    clauses: Type.Array(Clause, { minItems: 1, maxItems: 400 }),
  },
  { additionalProperties: false },
);
export type TemplateContent = Static<typeof TemplateContent>;
