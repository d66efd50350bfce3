import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useFormat } from '../i18n/useFormat.ts';
import { shortHash } from './short-hash.ts';

/** On paper: when it was printed, which record it is, and how changes are marked. */
export function PrintLine({ view }: { view: AgreementView }) {
  const { dateTime } = useFormat();
  const shown = view.open?.hash ?? view.inForce?.hash;
  const [at] = useState(() => new Date());
  const printedAt = dateTime(at);
  const fingerprint = shown ? shortHash(shown) : '–';
  return (
    <p className="print-only sub agreement-print">
      <Trans>
        Printed {printedAt}. Marked text: underlined is inserted, struck through is deleted. Fingerprint {fingerprint},
        record {view.reference}.
      </Trans>
    </p>
  );
}
