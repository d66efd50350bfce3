import { Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconCheck, IconClockHour4 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import type { Checks } from './checks.ts';

/** What the booking needs and costs, before the button; `of` names the resource where there are several. */
export function CheckList({ checks, hours, of }: { checks: Checks; hours: number; of?: string }) {
  const { t } = useLingui();
  const { text, number, money, date, list: inWords } = useFormat();
  const { missing, held, parts, share, price, needsApproval, until, fairShareHours } = checks;
  const list = (
    <ul className="checks">
      {parts.length > 0 && <Check title={t`Booked with it`}>{inWords(parts.map(({ name }) => text(name)))}</Check>}
      {held.map(({ id, name, heldUntil }) => (
        <Check key={id} title={t`Training passport`}>
          {heldUntil === null ? text(name) : t`${text(name)}, expires on ${date(heldUntil)}`}
        </Check>
      ))}
      {missing.map(({ id, name, organisationName, offerId }) => (
        <Check key={id} title={t`Training passport missing`} tone="bad">
          {t`${text(name)}, from ${organisationName}.`}{' '}
          {offerId !== null && (
            <Link className="link" to="/offers/$offerId" params={{ offerId }}>
              <Trans>Take the instruction</Trans>
            </Link>
          )}
        </Check>
      ))}
      {until && (
        <Check title={t`Open until ${date(until.day)}`} tone={until.isAfter ? 'bad' : 'good'}>
          {until.isAfter
            ? t`then the agreement or partnership that opens it to your organisation ends: choose a day before`
            : t`the last day of the agreement or partnership under which your organisation comes in`}
        </Check>
      )}
      {share && (
        <Check title={t`Your share`} tone={share.after < 0 ? 'wait' : 'good'}>
          {share.after < 0
            ? t`${number(share.left)} h left, this is more`
            : t`${number(share.left)} h left, ${number(share.after)} h after this booking`}
        </Check>
      )}
      {price && price.amountMinor > 0 && (
        <Check title={t`Cost`}>
          {t`${money(price.perHourMinor, price.currency)} an hour, ${number(hours)} h = ${money(price.amountMinor, price.currency)}`}
        </Check>
      )}
      {fairShareHours !== null && (
        <Check title={t`Fair share`} tone="wait">
          {t`requests are collected and decided ${number(fairShareHours)} h before the beginning: who used least of its share goes first`}
        </Check>
      )}
      {needsApproval && (
        <Check title={t`Approval`} tone="wait">
          {t`held for you until it is decided`}
        </Check>
      )}
    </ul>
  );
  const hasNone =
    missing.length + held.length + parts.length === 0 &&
    !share &&
    !price?.amountMinor &&
    !until &&
    fairShareHours === null &&
    !needsApproval;
  if (hasNone || of === undefined) return hasNone ? null : list;
  return (
    <div>
      <div className="cap">{of}</div>
      {list}
    </div>
  );
}

function Check({
  title,
  tone = 'good',
  children,
}: {
  title: string;
  tone?: 'good' | 'wait' | 'bad';
  children: ReactNode;
}) {
  const Icon = { good: IconCheck, wait: IconClockHour4, bad: IconAlertTriangle }[tone];
  return (
    <li>
      <Icon size={16} stroke={2.2} color={`var(--c-${tone}-text)`} aria-hidden />
      <span>
        <b className="strong">{title}</b> <span className="check-words">{children}</span>
      </span>
    </li>
  );
}
