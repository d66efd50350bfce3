import type { EligibilityFailure } from '@collegium/contract/eligibility';
import { eligibilitySentence } from '@collegium/contract/eligibility-words';
import { fieldName } from '@collegium/contract/fields-of-education';
import { Trans } from '@lingui/react/macro';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { Note } from '../../ui/Note.tsx';

/** Why the reader cannot apply: each condition in words, and where to mend what the profile does not say. */
export function Unmet({ failures }: { failures: readonly EligibilityFailure[] }) {
  const { language } = useFormat();
  return (
    <Note tone="wait" icon={<IconAlertTriangle size={17} stroke={1.8} color="var(--c-wait-text)" aria-hidden />}>
      <span className="strong">
        <Trans>You cannot apply as your profile stands</Trans>
      </span>
      <ul className="unmet">
        {failures.map((failure) => (
          <li key={JSON.stringify(failure.rule)}>{eligibilitySentence(failure, language, fieldName)}</li>
        ))}
      </ul>
      {failures.some(({ isUnknown }) => isUnknown) && (
        <Link className="link" to="/settings">
          <Trans>Complete your profile</Trans>
        </Link>
      )}
    </Note>
  );
}
