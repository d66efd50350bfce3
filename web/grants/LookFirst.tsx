import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';

/** Before anybody's data is shown: that the look is written down, and the button that does it. */
export function LookFirst({ agreementId, onLook }: { agreementId: string; onLook: () => void }) {
  const { t } = useLingui();
  const { person, acting } = useSession();
  return (
    <section className="note nextstep opened-first" aria-label={t`Before you look`}>
      <div>
        <div className="strong">
          <Trans>Each learner you see reads that you looked</Trans>
        </div>
        <p className="sub">
          <Trans>
            Your name, {person.name}, your organisation, the time and the fields are written down. Use what you read for
            this purpose only.
          </Trans>{' '}
          <Link className="link" to="/agreements/$agreementId" params={{ agreementId }}>
            <Trans>Read the clause in the agreement</Trans>
          </Link>
        </p>
      </div>
      <Button variant="filled" onClick={onLook}>
        {t`Look for ${acting.organisation.name}`}
      </Button>
    </section>
  );
}
