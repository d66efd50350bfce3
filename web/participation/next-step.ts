import type { ParticipationView } from '@collegium/contract/participation/views';
import type { Party } from '@collegium/contract/participation';

type Step = ParticipationView['openSteps'][number]['step'] | 'write_journal' | 'wait_for_start';

/** What happens next: by the reader (`isMine`), by the parties named, or by itself when nobody is named. */
export interface NextStep {
  step: Step;
  isMine: boolean;
  parties: Party[];
}

type Facts = Pick<ParticipationView, 'openSteps' | 'myParties' | 'abilities' | 'state'>;

/** The one next step of a participation for its reader; undefined when there is nothing left to do. */
export function nextStep(view: Facts): NextStep | undefined {
  const mine = view.openSteps.find(({ party, step }) => view.myParties.includes(party) && mayTake(view, step));
  if (mine) return { step: mine.step, isMine: true, parties: [mine.party] };
  if (view.abilities.writeJournal) return { step: 'write_journal', isMine: true, parties: ['learner'] };
  const [first] = view.openSteps;
  if (first) {
    const parties = view.openSteps.filter(({ step }) => step === first.step).map(({ party }) => party);
    return { step: first.step, isMine: false, parties };
  }
  return view.state === 'agreed' ? { step: 'wait_for_start', isMine: false, parties: [] } : undefined;
}

/** Countersigning and recognising belong to the outcome, whose own page says whether the reader may. */
function mayTake({ abilities }: Facts, step: ParticipationView['openSteps'][number]['step']): boolean {
  switch (step) {
    case 'propose_plan':
      return abilities.proposePlan;
    case 'approve_plan':
      return abilities.approvePlan;
    case 'confirm_journal':
      return abilities.confirmJournal;
    case 'complete':
      return abilities.complete;
    case 'assess':
      return abilities.assess;
    case 'countersign':
    case 'recognise':
      return true;
    default:
      return step satisfies never;
  }
}
