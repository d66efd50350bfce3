import type { GrantField } from '@collegium/contract/commitments';
import { useLingui } from '@lingui/react/macro';

/** What each field of a clause opens, as the learner reads it. */
export function useFieldNames(): Record<GrantField, string> {
  const { t } = useLingui();
  return {
    name: t`your name`,
    email: t`your e-mail address`,
    level: t`your level of study`,
    field: t`your field of study`,
    grades: t`your grade average`,
    languages: t`your language results`,
    participations: t`your placements with them`,
    outcomes: t`your results with them`,
  };
}
