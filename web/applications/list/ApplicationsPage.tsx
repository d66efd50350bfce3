import { useSession } from '../../api/session.ts';
import { Applicants } from './Applicants.tsx';
import { MyApplications } from './MyApplications.tsx';
import '../applications.css';

/** A learner's own applications; for staff, those of their learners and those for their offers. */
export function ApplicationsPage() {
  return useSession().acting.role === 'learner' ? <MyApplications /> : <Applicants />;
}
