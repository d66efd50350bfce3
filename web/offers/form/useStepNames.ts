import { useLingui } from '@lingui/react/macro';
import type { FormStep } from './steps.ts';

export function useStepNames(): Record<FormStep, string> {
  const { t } = useLingui();
  return {
    what: t`What you offer`,
    where: t`Where and when`,
    places: t`Places and applications`,
    check: t`Check and publish`,
  };
}
