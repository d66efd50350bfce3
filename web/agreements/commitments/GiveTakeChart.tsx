import type { PromiseParty } from '@collegium/contract/commitments/views';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { OrgMark } from '../../ui/OrgMark.tsx';
import type { GivenAndTaken, Stretch } from './flows-by-period.ts';
import { usePeriodName } from './usePeriodName.ts';

export interface PartyFlows {
  party: PromiseParty;
  periods: GivenAndTaken[];
}

/** A column of periods for each party: what it took to the one side, what it gave to the other. */
export function GiveTakeChart({ shown, stretch }: { shown: readonly PartyFlows[]; stretch: Stretch }) {
  const { t } = useLingui();
  const most = Math.max(1, ...shown.flatMap(({ periods }) => periods.flatMap(({ gave, took }) => [gave, took])));
  return (
    <figure className="give-take" aria-label={t`Places given and taken over time`}>
      {shown.map(({ party, periods }) => (
        <div key={party.id}>
          <h3 className="give-take-party">
            <OrgMark text={party.shortMark} /> {party.name}
          </h3>
          <Balance periods={periods} />
          <div className="give-take-heads cap" aria-hidden>
            <span />
            <span className="end">{t`took`}</span>
            <span>{t`gave`}</span>
          </div>
          <ul>
            {periods.map((period) => (
              <Period key={period.key} period={period} most={most} stretch={stretch} />
            ))}
          </ul>
        </div>
      ))}
    </figure>
  );
}

function Balance({ periods }: { periods: readonly GivenAndTaken[] }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const [gave, took] = periods.reduce(([given, taken], one) => [given + one.gave, taken + one.took], [0, 0]);
  const difference = number(Math.abs(gave - took));
  const words = () => {
    if (gave === 0 && took === 0) return t`Neither gave nor took.`;
    if (gave === took) return t`Gave as much as it took.`;
    return gave > took ? t`Gave ${difference} more than it took.` : t`Took ${difference} more than it gave.`;
  };
  return <p className="cap">{words()}</p>;
}

function Period({ period, most, stretch }: { period: GivenAndTaken; most: number; stretch: Stretch }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const name = usePeriodName()(period.firstDay, stretch);
  const width = (value: number) => ({ inlineSize: `calc((100% - 36px) * ${value / most})` });
  const [gave, took] = [number(period.gave), number(period.took)];
  return (
    <li>
      <span className="vh">{t`${name}: took ${took}, gave ${gave}`}</span>
      <span className="cap num" aria-hidden>
        {name}
      </span>
      <span className="give-take-bar took" aria-hidden>
        <b className="num">{took}</b>
        <i style={width(period.took)} />
      </span>
      <span className="give-take-bar gave" aria-hidden>
        <i style={width(period.gave)} />
        <b className="num">{gave}</b>
      </span>
    </li>
  );
}
