import type { OwnGrantView } from '@collegium/contract/grants';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '../i18n/useFormat.ts';
import { Status } from '../ui/Status.tsx';
import { useFieldNames } from './useFieldNames.ts';

/** A clause: which fields, to whom, for what, until when, and how often somebody looked. */
export function GrantRow({ grant }: { grant: OwnGrantView }) {
  const { t } = useLingui();
  const { text, list, dateRange } = useFormat();
  const fieldNames = useFieldNames();
  const isOpen = grant.readers.length > 0;
  return (
    <li className="row grant-row">
      <div>
        <div className="row-t">{isOpen ? list(grant.readers.map(({ name }) => name)) : text(grant.clauseTitle)}</div>
        <div className="sub">
          <Trans>
            {list(grant.fields.map((field) => fieldNames[field]))}. Purpose: {grant.purpose}
          </Trans>
        </div>
        <div className="cap">
          {text(grant.agreementTitle)} · {text(grant.clauseTitle)} ·{' '}
          <span className="num">{dateRange(grant.startsOn, grant.endsOn)}</span>
        </div>
      </div>
      <div className="grant-standing">
        {isOpen ? (
          <Status tone="active">{t`Open to them now`}</Status>
        ) : (
          <Status tone="idle">{t`Open to nobody now`}</Status>
        )}
        <span className="cap">
          {grant.looks === 0 ? (
            <Trans>Nobody looked</Trans>
          ) : (
            <Plural value={grant.looks} one="looked at once" other="looked at # times" />
          )}
        </span>
      </div>
    </li>
  );
}
