import type { ResourceView } from '@collegium/contract/sharing/resources';
import { circles } from '@collegium/contract/sharing/terms';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { Facts } from '../../ui/Facts.tsx';
import {
  checkInNames,
  circleNames,
  personServiceNames,
  quotaEachNames,
  quotaSubjectNames,
  sharedAsName,
} from '../names.ts';
import { WhoMayBook } from './WhoMayBook.tsx';
import { useLength } from './useLength.ts';

/** The rules by which a resource is booked, in words. */
export function RuleFacts({ resource }: { resource: ResourceView }) {
  const { t } = useLingui();
  const { number, money, list, date } = useFormat();
  const length = useLength();
  const { rules, quotas, rates } = resource;
  const sharedAs = t(sharedAsName(resource.kind, resource.sharedAs));
  return (
    <Facts
      items={[
        [t`Who may book`, <WhoMayBook key="who" resource={resource} />],
        [
          t`Shared as`,
          resource.units > 1
            ? t`${sharedAs}, ${number(resource.units)}; ${number(resource.unitsFree)} free now`
            : sharedAs,
        ],
        [
          t`Length`,
          t`${length(rules.shortestMinutes)} to ${length(rules.longestMinutes)}, in steps of ${length(rules.gridMinutes)}`,
        ],
        [t`How early`, t`at most ${number(rules.horizonDays)} days ahead`],
        [t`Notice`, rules.noticeMinutes > 0 ? t`${length(rules.noticeMinutes)} before` : ''],
        [
          t`Between bookings`,
          rules.bufferBeforeMinutes + rules.bufferAfterMinutes > 0
            ? t`${length(rules.bufferBeforeMinutes)} before and ${length(rules.bufferAfterMinutes)} after are kept free`
            : '',
        ],
        [
          t`Cancelling`,
          rules.cancelNoticeMinutes > 0
            ? t`later than ${length(rules.cancelNoticeMinutes)} before, the hours still count`
            : '',
        ],
        [
          t`Approval`,
          rules.approvalChain.length > 0
            ? list(rules.approvalChain.map((side) => (side === 'owner' ? t`the owner` : t`the holder’s organisation`)))
            : '',
        ],
        [t`Check-in`, rules.checkIn === 'none' ? '' : t(checkInNames[rules.checkIn])],
        [t`Code to hang up at the resource`, resource.checkInCode],
        [
          t`Released`,
          rules.releaseAfterMinutes === null
            ? ''
            : t`${length(rules.releaseAfterMinutes)} after the beginning when nobody checked in`,
        ],
        [
          t`Who goes first`,
          rules.fairShareHours === null
            ? t`who books first`
            : t`requests are decided ${number(rules.fairShareHours)} h before: who used least of its share`,
        ],
        [
          t`Limits`,
          lines(
            quotas.map(({ per, period, limitMinutes, startsOn, endsOn }) =>
              period === 'term' && startsOn && endsOn
                ? t`${t(quotaSubjectNames[per])}: ${length(limitMinutes)} from ${date(startsOn)} to ${date(endsOn)}`
                : t`${t(quotaSubjectNames[per])}: ${length(limitMinutes)} ${t(quotaEachNames[period])}`,
            ),
          ),
        ],
        [
          t`Price an hour`,
          lines(
            circles.flatMap((circle) =>
              rates
                .filter(({ audience }) => audience === circle)
                .map(({ amountMinor, currency }) => t`${t(circleNames[circle])}: ${money(amountMinor, currency)}`),
            ),
          ),
        ],
        [t`Booked for`, list(resource.services.map((service) => t(personServiceNames[service])))],
        [t`Accessories`, resource.accessories.join(', ')],
        [t`Used for`, resource.skills.join(', ')],
      ]}
    />
  );
}

/** One below the other; nothing when there is none. */
function lines(of: readonly string[]) {
  if (of.length < 2) return of[0] ?? '';
  return (
    <ul className="fact-list">
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
