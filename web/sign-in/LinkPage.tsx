import { Button } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconAlertTriangle } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Note } from '../ui/Note.tsx';
import { Gate } from './Gate.tsx';

const route = getRouteApi('/sign-in/link');

/** Where a mailed link leads when it does not work any more. One that works leads straight inside. */
export function LinkPage() {
  const { t } = useLingui();
  const { error } = route.useSearch();
  const isExpired = error === 'EXPIRED_TOKEN';
  return (
    <Gate title={isExpired ? t`This link has expired` : t`This link does not work`}>
      <div className="form">
        <Note tone="wait" icon={<IconAlertTriangle size={18} stroke={1.7} color="var(--c-wait-text)" aria-hidden />}>
          <p className="sub">{t`A link works once and for a short time, and only the newest one counts. Ask for another; nothing is lost.`}</p>
        </Note>
        <div className="form-actions">
          <Button variant="filled" component={Link} to="/sign-in">{t`Ask for a new link`}</Button>
        </div>
      </div>
    </Gate>
  );
}
