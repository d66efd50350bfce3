import { momentPattern } from '@collegium/contract/schema.ts';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';
import type { FastifySchemaCompiler } from 'fastify';
import { type FieldProblem, Problem } from '../problem/problem.ts';

const addFormats = addFormatsModule as unknown as typeof addFormatsModule.default;

/**
 * Addresses are text, so their parts are converted to the type that the schema asks for; bodies are taken as sent. Each
 * schema is compiled by the first request that needs it: all of them would take most of every start.
 */
export const validatorCompiler: FastifySchemaCompiler<object> = ({ schema, httpPart }) => {
  const ajv = httpPart === 'body' ? bodies : addresses;
  let compiled: ValidateFunction | undefined;
  const validate = (data: unknown) => {
    compiled ??= ajv.compile(schema);
    const isValid = compiled(data);
    validate.errors = compiled.errors ?? null;
    if (isValid && httpPart === 'body' && !isStorable(data)) return { error: new Problem('request.zero_character') };
    return isValid;
  };
  validate.errors = null as ErrorObject[] | null;
  return validate;
};

/** Whether no text in it holds U+0000 or half of a surrogate pair, which only the escapes of JSON bring. */
export function isStorable(value: unknown): boolean {
  return !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(JSON.stringify(value) ?? '');
}

function validator(coerceTypes: 'array' | false): Ajv {
  const ajv = new Ajv({ coerceTypes, useDefaults: true, allErrors: false, strict: false, removeAdditional: false });
  addFormats(ajv);
  ajv.addFormat('uuid', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
  ajv.addFormat('date', (text) => isDay(text) && !text.startsWith('0000'));
  ajv.addFormat('date-time', (text) => isInstant(text) && isKept(text));
  return ajv;
}

type Check = (text: string) => boolean;
const { date, 'date-time': instant } = addFormats(new Ajv()).formats as Record<string, { validate: Check }>;
const [isDay, isInstant] = [date?.validate, instant?.validate] as [Check, Check];

/** Whether JavaScript and PostgreSQL both know the instant: years 1 to 9999, no leap second, offsets below 16 hours. */
function isKept(instant: string): boolean {
  const year = new Date(instant).getUTCFullYear();
  return year >= 1 && year <= 9_999 && !instant.startsWith('0000') && !/[+-](?:1[6-9]|2\d):?\d{2}$/.test(instant);
}

const bodies = validator(false);
const addresses = validator('array');

/** One sentence per fault, beside the field it is about. */
export function fieldProblems(errors: readonly ErrorObject[], language: string): FieldProblem[] {
  const sentence = language.startsWith('zh') ? chinese : english;
  return errors.map((error) => ({ pointer: pointerOf(error), message: sentence(error) }));
}

function pointerOf(error: ErrorObject): string {
  const missing: unknown = error.params['missingProperty'] ?? error.params['additionalProperty'];
  return typeof missing === 'string' ? `${error.instancePath}/${missing}` : error.instancePath;
}

function english({ keyword, params }: ErrorObject): string {
  switch (keyword) {
    case 'required':
      return 'Fill this in.';
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return params['limit'] === 1 ? 'Fill this in.' : `Enter at least ${params['limit']}.`;
    case 'maxLength':
    case 'maxItems':
      return `Keep this to at most ${params['limit']}.`;
    case 'minimum':
    case 'exclusiveMinimum':
      return `Enter a number from ${params['limit']} up.`;
    case 'maximum':
      return `Enter a number up to ${params['limit']}.`;
    case 'enum':
      return `Choose one of: ${(params['allowedValues'] as unknown[]).join(', ')}.`;
    case 'type':
      return `Enter ${nameOfType(params['type'])}.`;
    case 'format':
      return `Enter a valid ${params['format']}.`;
    case 'pattern':
      return params['pattern'] === momentPattern
        ? 'Enter a day and a time to the full minute, such as 2026-10-25T02:30, in a year up to 9998.'
        : 'Enter another value here.';
    default:
      return 'Enter another value here.';
  }
}

function nameOfType(type: unknown): string {
  if (type === 'integer') return 'a whole number';
  if (type === 'number') return 'a number';
  if (type === 'string') return 'text';
  return `a value of type ${String(type)}`;
}

function chinese({ keyword, params }: ErrorObject): string {
  switch (keyword) {
    case 'required':
      return '请填写此项。';
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return params['limit'] === 1 ? '请填写此项。' : `至少 ${params['limit']}。`;
    case 'maxLength':
    case 'maxItems':
      return `最多 ${params['limit']}。`;
    case 'minimum':
    case 'exclusiveMinimum':
      return `请输入不小于 ${params['limit']} 的数。`;
    case 'maximum':
      return `请输入不大于 ${params['limit']} 的数。`;
    case 'enum':
      return `请选择：${(params['allowedValues'] as unknown[]).join('、')}。`;
    case 'type':
      return `请输入${chineseTypes[String(params['type'])] ?? `类型为 ${String(params['type'])} 的值`}。`;
    case 'format':
      return `请输入有效的 ${params['format']}。`;
    case 'pattern':
      return params['pattern'] === momentPattern
        ? '请输入日期和精确到分钟的时间，例如 2026-10-25T02:30，年份不晚于 9998。'
        : '请输入其他值。';
    default:
      return '请输入其他值。';
  }
}

const chineseTypes: Record<string, string> = { integer: '整数', number: '数字', string: '文字' };
