import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconMailCheck } from '@tabler/icons-react';
import { Note } from '../ui/Note.tsx';

/** A link is on its way, if somebody has this address; whether somebody has is not said. */
export function EmailSent({ email, onAgain }: { email: string; onAgain: () => void }) {
  const { t } = useLingui();
  return (
    <div className="form" role="status">
      <Note tone="good" icon={<IconMailCheck size={18} stroke={1.7} color="var(--c-good-text)" aria-hidden />}>
        <span className="strong">{t`Look into your mail`}</span>
        <p className="sub">
          <Trans>If {email} belongs to a member, a link is on its way. It works once and for a short time.</Trans>
        </p>
      </Note>
      <div className="form-actions">
        <Button onClick={onAgain}>{t`Use another address`}</Button>
      </div>
    </div>
  );
}
