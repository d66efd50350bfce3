import type { NotificationView } from '@collegium/contract/notifications';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { gatherChanges } from './gather-changes.ts';

const shownAtMost = 8;

/** The latest news, each leading to what it is about. */
export function Changes({ changes }: { changes: readonly NotificationView[] }) {
  const { t } = useLingui();
  const { relative } = useFormat();
  if (changes.length === 0)
    return (
      <p className="cap">
        <Trans>No news yet.</Trans>
      </p>
    );
  const when = (times: number, at: string) =>
    times === 1 ? relative(at) : t`${plural(times, { one: '# time', other: '# times' })}, last ${relative(at)}`;
  return (
    <ul className="act">
      {gatherChanges(changes)
        .slice(0, shownAtMost)
        .map(({ change, times, isUnread }) => (
          <li key={change.id} className={isUnread ? 'unread' : undefined}>
            <span>
              <Link to={times === 1 ? change.path : '/messages'}>{change.sentence}</Link>
              <br />
              <span className="cap">{when(times, change.createdAt)}</span>
            </span>
          </li>
        ))}
    </ul>
  );
}
