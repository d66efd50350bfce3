import { useLingui } from '@lingui/react/macro';

/** What happened to a partnership or one of its agreements, after the name of who did it. */
export function useHappening(): (action: string) => string {
  const { t } = useLingui();
  const words: Record<string, string> = {
    'partnership.created': t`founded the partnership`,
    'partnership.changed': t`changed the partnership`,
    'partnership.ended': t`ended the partnership`,
    'partnership.goal_set': t`set a goal`,
    'partnership.goal_changed': t`changed a goal`,
    'partnership.goal_reached': t`reached a goal`,
    'partnership.group_made': t`made a working group`,
    'partnership.person_named': t`named somebody`,
    'partnership.person_removed': t`took somebody off the list`,
    'partnership.asked_to_join': t`asked to join`,
    'partnership.invited': t`invited an organisation`,
    'partnership.joined': t`brought in a partner`,
    'partnership.not_joined': t`declined to join`,
    'agreement.created': t`began an agreement`,
    'agreement.proposed': t`proposed a version`,
    'agreement.approved': t`approved a version`,
    'agreement.signed': t`signed`,
    'agreement.sealed': t`All have signed`,
    'agreement.entered_into_force': t`An agreement entered into force`,
    'agreement.terminated': t`An agreement was terminated`,
    'agreement.expired': t`An agreement ended on its day`,
  };
  return (action) => words[action] ?? t`changed an agreement`;
}
