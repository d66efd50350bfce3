import { LanguageResult } from '@collegium/contract/eligibility.ts';
import type { ImportKind } from '@collegium/contract/imports.ts';
import { eligibilityRules } from '@collegium/contract/offers/eligibility-rules.ts';
import { kindDetails } from '@collegium/contract/offers/kind-details.ts';
import type { TSchema } from 'typebox';
import { rowSchemas } from './row-schemas.ts';

/** What a value is to become; text is read accordingly. */
export type ValueType = 'text' | 'number' | 'boolean' | 'list' | 'anything';

/** The fields below a place in the input of a kind, as far as its schema knows them. */
export interface Schema {
  types: string[];
  child: (key: string) => Schema | undefined;
  items: () => Schema;
  names: () => string[];
}

/** The fields of a row of the kind. */
export function fieldSchema(kind: ImportKind): Schema {
  return describe([rowSchemas[kind]]);
}

/** The entries of a list. */
export function itemSchema(schema: Schema): Schema {
  return schema.items();
}

/** What text must become there. */
export function typeOf({ types }: Schema): ValueType {
  if (types.includes('integer') || types.includes('number')) return 'number';
  if (types.includes('boolean')) return 'boolean';
  if (types.includes('array')) return 'list';
  return types.includes('string') ? 'text' : 'anything';
}

/** Some fields of an offer are described elsewhere, by its kind or the type of a condition. */
const openSchemas: TSchema[] = [
  ...Object.values(kindDetails),
  ...Object.values(eligibilityRules).filter((schema) => schema !== undefined),
  LanguageResult,
];

interface Facts {
  type?: string | string[];
  properties?: Record<string, TSchema>;
  patternProperties?: Record<string, TSchema>;
  items?: TSchema;
  additionalProperties?: unknown;
}

function describe(schemas: readonly TSchema[]): Schema {
  const facts = schemas.map((schema) => schema as Facts);
  const all = facts.flatMap((one) => (one.additionalProperties === true ? [one, ...(openSchemas as Facts[])] : [one]));
  return {
    types: facts.flatMap(({ type }) => type ?? []),
    child: (key) => {
      const found = all.flatMap(({ properties, patternProperties }) => {
        if (properties && Object.hasOwn(properties, key)) return [properties[key] as TSchema];
        return Object.entries(patternProperties ?? {}).flatMap(([pattern, value]) =>
          new RegExp(pattern).test(key) ? [value] : [],
        );
      });
      return found.length === 0 ? undefined : describe(found);
    },
    items: () => describe(facts.flatMap(({ items }) => items ?? [])),
    names: () => [
      ...new Set(
        all.flatMap(({ properties, patternProperties }) => [
          ...Object.keys(properties ?? {}),
          ...(patternProperties ? ['a language like en'] : []),
        ]),
      ),
    ],
  };
}
