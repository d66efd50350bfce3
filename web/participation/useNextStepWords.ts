import type { ParticipationView } from '@collegium/contract/participation/views';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../i18n/useFormat.ts';
import type { NextStep } from './next-step.ts';
import { nameOf } from './useWaiting.ts';

/** The words of a next step: what is to be done, why or what holds meanwhile, and the button when it is the reader’s. */
export function useNextStepWords(view: ParticipationView) {
  const { t } = useLingui();
  const { list, date } = useFormat();
  return ({ step, isMine, parties }: NextStep): { title: string; why: string; button: string } => {
    const who = list(parties.map((party) => nameOf(view, party)));
    const holds =
      view.planInForce === null
        ? t`It can begin when the learner, the provider and the home organisation have approved the same version.`
        : t`The version agreed before applies until all have approved.`;
    switch (step) {
      case 'propose_plan':
        return {
          title: isMine ? t`Propose the plan` : t`${who} proposes the plan`,
          why: t`The offer names no dates, so somebody says what will be learnt, when and for how long.`,
          button: t`Propose the plan`,
        };
      case 'approve_plan':
        return {
          title: isMine ? t`Read the plan and approve it` : t`The plan waits for ${who}`,
          why: holds,
          button: t`Read and approve`,
        };
      case 'write_journal':
        return {
          title: t`Log your hours`,
          why: t`A sentence or two a day is enough; the provider confirms them.`,
          button: t`Write in the journal`,
        };
      case 'confirm_journal':
        return {
          title: isMine
            ? plural(view.journal.waiting, {
                one: 'Confirm one entry of the journal',
                other: 'Confirm # entries of the journal',
              })
            : t`${who} confirms the journal`,
          why: t`Confirmed hours stay as they are and count towards the assessment.`,
          button: t`Read and confirm`,
        };
      case 'complete':
        return {
          title: isMine ? t`Say whether it is completed` : t`${who} says whether it is completed`,
          why: view.endsOn ? t`The last day of the plan was ${date(view.endsOn)}.` : '',
          button: t`Complete`,
        };
      case 'assess':
        return {
          title: isMine ? t`Assess what was learnt` : t`${who} assesses what was learnt`,
          why: t`Each goal of the plan once; then the learner countersigns.`,
          button: t`Assess`,
        };
      case 'countersign':
        return {
          title: isMine ? t`Read the assessment and countersign it` : t`The assessment waits for ${who}`,
          why: t`In the learner’s own words. After that the assessment no longer changes.`,
          button: t`Read the assessment`,
        };
      case 'recognise':
        return {
          title: isMine ? t`Recognise the outcome` : t`${who} decides on the credits`,
          why: t`The assessment is countersigned.`,
          button: t`Read and decide`,
        };
      case 'wait_for_start':
        return {
          title: view.startsOn ? t`It begins on ${date(view.startsOn)}` : t`It begins on the first day of the plan`,
          why: t`Everybody has approved the plan. From the first day on, hours are logged in the journal.`,
          button: '',
        };
      default:
        return step satisfies never;
    }
  };
}
