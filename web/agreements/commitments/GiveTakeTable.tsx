import { Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import type { Stretch } from './flows-by-period.ts';
import type { PartyFlows } from './GiveTakeChart.tsx';
import { usePeriodName } from './usePeriodName.ts';

/** The same as a table: a row for each period, a column for each party. */
export function GiveTakeTable({ shown, stretch }: { shown: readonly PartyFlows[]; stretch: Stretch }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const nameOf = usePeriodName();
  return (
    <DataTable
      label={t`Places given and taken over time`}
      rows={shown[0]?.periods ?? []}
      keyOf={({ key }) => key}
      columns={[
        {
          head: t`Period`,
          isName: true,
          render: ({ firstDay }) => <span className="num">{nameOf(firstDay, stretch)}</span>,
        },
        ...shown.map(({ party, periods }) => ({
          head: <abbr title={party.name}>{party.shortMark}</abbr>,
          isNumber: true,
          render: ({ key }: { key: string }) => {
            const period = periods.find((one) => one.key === key);
            return (
              <Trans>
                gave {number(period?.gave ?? 0)}, took {number(period?.took ?? 0)}
              </Trans>
            );
          },
        })),
      ]}
    />
  );
}
