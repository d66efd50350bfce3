/** The steps of the form, in order. */
export const formSteps = ['what', 'where', 'places', 'check'] as const;
export type FormStep = (typeof formSteps)[number];

/** What the address of the form holds. */
export interface FormSearch {
  step?: FormStep | undefined;
}

export function readFormSearch({ step }: Record<string, unknown>): FormSearch {
  return { step: formSteps.find((one) => one === step) };
}
