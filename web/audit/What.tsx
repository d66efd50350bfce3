import type { AuditEventView } from '@collegium/contract/audit';
import { auditSentence } from '@collegium/contract/audit-words';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';

/** What happened, in words, leading to what it happened to where that has a page. */
export function What({ event: { action, objectType, objectId } }: { event: AuditEventView }) {
  const { language } = useFormat();
  const words = auditSentence(action, language);
  const path = paths[objectType];
  if (path === undefined) return <span>{words}</span>;
  const to: string = `${path}/${objectId}`;
  return (
    <Link className="link" to={to}>
      {words}
    </Link>
  );
}

/** Where the page of an object lies, by its type. */
const paths: Readonly<Record<string, string | undefined>> = {
  offer: '/offers',
  application: '/applications',
  round: '/rounds',
  participation: '/participations',
  outcome: '/outcomes',
  organisation: '/organisations',
  import: '/imports',
};
