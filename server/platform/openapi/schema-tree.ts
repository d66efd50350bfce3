import type { JsonSchema } from './document.ts';
import { html, type Html } from './html.ts';

const deepest = 6;

/** A schema as nested lists: name, type, what is required, limits, description. */
export function schemaTree(schema: JsonSchema, depth = 0): Html {
  const parts = partsOf(schema);
  if (parts.length === 0) return depth === 0 ? html`<p class="tree">${typeWords(schema)}</p>` : html``;
  if (depth >= deepest) return html``;
  return html`<ul class="tree">
    ${parts.map(
      ({ name, part, isRequired }) =>
        html`<li>
          <code>${name}</code>
          <span class="sub">${typeWords(part)}${isRequired && ', required'}</span
          >${part.description && html` ${part.description}`}${schemaTree(part, depth + 1)}
        </li>`,
    )}
  </ul>`;
}

interface Part {
  name: string;
  part: JsonSchema;
  isRequired: boolean;
}

function partsOf(schema: JsonSchema): Part[] {
  if (schema.properties) {
    const required = new Set(schema.required);
    return Object.entries(schema.properties).map(([name, part]) => ({ name, part, isRequired: required.has(name) }));
  }
  if (schema.items) return partsOf(schema.items);
  const choices = (schema.anyOf ?? schema.oneOf ?? []).filter(({ type }) => type !== 'null');
  if (choices.length === 1 && choices[0]) return partsOf(choices[0]);
  return choices
    .filter((choice) => choice.properties)
    .map((part, index) => ({ name: `choice ${index + 1}`, part, isRequired: false }));
}

/** The type of a schema in words: `array of string`, `string or null, one of …`, `integer from 1 to 100`. */
export function typeWords(schema: JsonSchema): string {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeWords))].join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.type === 'array') return `array of ${schema.items ? typeWords(schema.items) : 'anything'}`;
  const type = [schema.type ?? (schema.enum ? 'string' : 'anything')].flat().join(' or ');
  const values = schema.enum?.filter((value) => value !== null);
  return [
    schema.format ? `${type} (${schema.format})` : type,
    values && `one of ${values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(', ')}`,
    limits(schema),
    schema.default !== undefined && `${JSON.stringify(schema.default)} unless given`,
  ]
    .filter(Boolean)
    .join(', ');
}

function limits({ minimum, maximum, minLength, maxLength, pattern }: JsonSchema): string {
  return [
    minimum !== undefined && `from ${minimum}`,
    maximum !== undefined && `to ${maximum}`,
    minLength !== undefined && `at least ${minLength} characters`,
    maxLength !== undefined && `at most ${maxLength} characters`,
    pattern !== undefined && `like ${pattern}`,
  ]
    .filter(Boolean)
    .join(', ');
}
