import { useSession } from '../api/session.ts';
import { OutcomeList } from './OutcomeList.tsx';
import { Transcript } from './Transcript.tsx';
import './outcomes.css';

/** A learner reads their transcript; everybody else the outcomes at their organisation. */
export function OutcomesPage() {
  const { acting } = useSession();
  return acting.role === 'learner' ? <Transcript /> : <OutcomeList />;
}
