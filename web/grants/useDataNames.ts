import type { GrantField, GrantGroup } from '@collegium/contract/commitments';
import { useLingui } from '@lingui/react/macro';

/** What a clause opens and about whom, as whoever may look reads it. */
export function useDataNames(): { fields: Record<GrantField, string>; groups: Record<GrantGroup, string> } {
  const { t } = useLingui();
  return {
    fields: {
      name: t`name`,
      email: t`e-mail address`,
      level: t`level of study`,
      field: t`field of study`,
      grades: t`grade average`,
      languages: t`language results`,
      participations: t`placements with you`,
      outcomes: t`results with you`,
    },
    groups: { participants: t`learners who take part in something of yours`, learners: t`all learners` },
  };
}
