import type { UseFormReturnType } from '@mantine/form';
import { ApiProblem } from './problem.ts';

/**
 * Puts what the server refused beside the fields at fault.
 * @returns the problem when some of it belongs to no field of the form and must be shown above it, else undefined.
 */
export function showProblem<T extends Record<string, unknown>>(form: UseFormReturnType<T>, error: unknown): unknown {
  if (!(error instanceof ApiProblem) || error.fields.length === 0) return error;
  const values: Record<string, unknown> = form.getValues();
  const known = error.fields.filter(({ path }) => (path.split('.')[0] ?? '') in values);
  form.setErrors(Object.fromEntries(known.map(({ path, detail }) => [path, detail])));
  return known.length === error.fields.length ? undefined : error;
}
