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
    'agreement.clause_changed': t`changed a clause`,
    'agreement.commented': t`commented on an agreement`,
    'agreement.suggested': t`suggested another wording`,
    'agreement.change_asked': t`asked for a change`,
    'agreement.step_approved': t`approved for its part`,
    'agreement.version_started': t`began the next version`,
    'agreement.proposed': t`proposed a version`,
    'agreement.approved': t`approved a version`,
    'agreement.signed': t`signed`,
    'agreement.sealed': t`All have signed`,
    'agreement.entered_into_force': t`An agreement entered into force`,
    'agreement.renewed': t`An agreement was renewed`,
    'agreement.request_agreed': t`All agreed to what was asked for an agreement`,
    'agreement.request_refused': t`refused what was asked for an agreement`,
    'agreement.joined': t`A party joined an agreement`,
    'agreement.party_merged': t`A party of an agreement was merged with another`,
    'agreement.left': t`A party left an agreement`,
    'agreement.suspended': t`An agreement was suspended`,
    'agreement.resumed': t`An agreement was resumed`,
    'agreement.abandoned': t`abandoned a negotiation`,
    'agreement.terminated': t`An agreement was terminated`,
    'agreement.expired': t`An agreement ended on its day`,
  };
  return (action) => words[action] ?? t`changed an agreement`;
}
