import type { UseFormReturnType } from '@mantine/form';
import type { ResourceValues } from './values.ts';

/** What was refused of one line of a list, in full below it: beside a narrow field there is no room. */
export function LineFaults({ form, path }: { form: UseFormReturnType<ResourceValues>; path: string }) {
  const faults = Object.entries(form.errors).flatMap(([name, fault]) =>
    name === path || name.startsWith(`${path}.`) ? [fault] : [],
  );
  return [...new Set(faults)].map((fault, index) => (
    <p key={index} className="line-fault" role="alert">
      {fault}
    </p>
  ));
}

/** What an input of a line needs, marked when it is at fault; `LineFaults` says why. */
export function lineInput(form: UseFormReturnType<ResourceValues>, path: string) {
  return { ...form.getInputProps(path), error: form.errors[path] !== undefined };
}
