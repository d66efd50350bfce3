import { isSeed, METHODS, type MethodName, OBJECTIVES, TIE_RULES } from '@collegium/matching';
import { UsageError } from '../command.ts';

/** Options that stand in place of what the problem says, for the commands that run a method. */
export const overrideOptions = {
  method: { type: 'string' },
  ties: { type: 'string' },
  seed: { type: 'string' },
  objective: { type: 'string' },
} as const;

const CHOICES = { method: METHODS, ties: TIE_RULES, objective: OBJECTIVES } as const;

/**
 * The problem with the fields that the command line gives; anything that is no object is left for the check to name.
 * Throws `UsageError` for a value that the field cannot have.
 */
export function overridden(value: unknown, values: Readonly<Record<string, unknown>>): unknown {
  if (values['seed'] !== undefined && !isSeed(values['seed'])) throw new UsageError('--seed needs 64 hex digits.');
  for (const [name, choices] of Object.entries(CHOICES)) checkChoice(`--${name}`, values[name], choices);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const given = Object.keys(overrideOptions).filter((name) => values[name] !== undefined);
  return { ...value, ...Object.fromEntries(given.map((name) => [name, values[name]])) };
}

/** The name of a method given with an option. Throws `UsageError` when there is none of that name. */
export function methodOf(option: string, value: string): MethodName {
  checkChoice(option, value, METHODS);
  return value as MethodName;
}

function checkChoice(option: string, value: unknown, choices: readonly string[]): void {
  if (value === undefined || choices.includes(value as string)) return;
  throw new UsageError(`${option} is one of ${choices.join(', ')}, but it is ${JSON.stringify(value)}.`);
}
