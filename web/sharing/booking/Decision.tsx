import type { BookingDecision } from '@collegium/contract/sharing/decision';
import { Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Note } from '../../ui/Note.tsx';
import { Section } from '../../ui/Section.tsx';

/** Why a request among competing ones got its time or did not, with the figures that decided. */
export function Decision({ decision }: { decision: BookingDecision }) {
  const { t } = useLingui();
  const { number, share } = useFormat();
  const hours = (minutes: number) => number(Math.round(minutes / 6) / 10);
  return (
    <Section title={t`Who went first, and why`}>
      <Note tone={decision.isGranted ? 'good' : 'wait'}>
        {decision.isGranted ? (
          <Trans>
            More was asked for than there is. Your organisation had used least of its share, so it went first.
          </Trans>
        ) : (
          <Trans>More was asked for than there is. Others had used less of their share, so they went first.</Trans>
        )}
      </Note>
      <DataTable
        label={t`Shares when it was decided`}
        rows={decision.standings}
        keyOf={({ organisationId }) => organisationId}
        columns={[
          {
            head: t`Organisation, in the order served`,
            isName: true,
            render: ({ name, isHolder }) => (isHolder ? t`${name}, yours` : name),
          },
          { head: t`Hours used`, isNumber: true, render: ({ usedMinutes }) => hours(usedMinutes) },
          {
            head: t`Hours promised`,
            isNumber: true,
            render: ({ promisedMinutes }) => (promisedMinutes === 0 ? t`none` : hours(promisedMinutes)),
          },
          {
            head: t`Used of its share`,
            isNumber: true,
            render: ({ usedMinutes, promisedMinutes }) =>
              promisedMinutes === 0 ? '–' : share(usedMinutes / promisedMinutes),
          },
        ]}
      />
    </Section>
  );
}
