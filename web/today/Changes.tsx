import type { NotificationView } from '@collegium/contract/notifications';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';

/** The latest news, each leading to what it is about. */
export function Changes({ changes }: { changes: readonly NotificationView[] }) {
  const { relative } = useFormat();
  if (changes.length === 0)
    return (
      <p className="cap">
        <Trans>No news yet.</Trans>
      </p>
    );
  return (
    <ul className="act">
      {changes.map((change) => (
        <li key={change.id} className={change.readAt === null ? 'unread' : undefined}>
          <span>
            <Link to={change.path}>{change.sentence}</Link>
            <br />
            <span className="cap">{relative(change.createdAt)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
