import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFormat } from '../i18n/useFormat.ts';

/** The buttons at the end of a form, one of them filled, and when its content was last saved. */
export function FormActions({ children, savedAt }: { children: ReactNode; savedAt?: Date | undefined }) {
  const { t } = useLingui();
  const { time } = useFormat();
  return (
    <div className="form-actions">
      {children}
      <span className="cap" role="status">
        {savedAt && t`Saved ${time(savedAt)}`}
      </span>
    </div>
  );
}
