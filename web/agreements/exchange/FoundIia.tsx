import type { IiaPreview } from '@collegium/contract/agreements/exchange';
import type { AgreementMoved } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { FormActions } from '../../ui/FormActions.tsx';
import { Note } from '../../ui/Note.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { Section } from '../../ui/Section.tsx';
import type { ChosenOrganisation } from '../../ui/useFoundOrganisations.ts';
import { agreementChanged } from '../agreement-query.ts';
import { Partners } from './Partners.tsx';

interface FoundIiaProps {
  file: string;
  /** Which agreement of the file, and of how many. */
  number: number;
  of: number;
  iia: IiaPreview;
}

/** One agreement of a file: who the partners are here, what they promise, and the button that begins it. */
export function FoundIia({ file, number, of, iia }: FoundIiaProps) {
  const { t } = useLingui();
  const { number: written } = useFormat();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Record<string, ChosenOrganisation | null>>({});
  const isWhole = iia.partners.every(({ code, organisation }) => organisation ?? chosen[code]);
  const begin = useMutation({
    mutationFn: () => {
      const organisations = Object.fromEntries(
        Object.entries(chosen).flatMap(([code, organisation]) => (organisation ? [[code, organisation.id]] : [])),
      );
      return api.post<AgreementMoved>('/agreement-exchange/import', { file, number, organisations });
    },
    onSuccess: async ({ id }) => {
      await agreementChanged();
      // Whoever has several to begin stays here; each then links to what became of it.
      if (of === 1) await navigate({ to: '/agreements/$agreementId', params: { agreementId: id } });
    },
  });
  return (
    <Section title={of === 1 ? t`What the file holds` : t`Agreement ${number} of ${of}`}>
      <Partners partners={iia.partners} chosen={chosen} onChoose={setChosen} />
      <DataTable
        label={t`What the partners promise a year`}
        rows={iia.mobilities.map((mobility, index) => ({ ...mobility, index }))}
        keyOf={({ index }) => String(index)}
        columns={[
          {
            head: t`Who goes`,
            isName: true,
            render: ({ isStaff }) => (isStaff ? t`Staff` : t`Students`),
          },
          { head: t`From`, render: ({ fromCode }) => fromCode },
          { head: t`To`, render: ({ toCode }) => toCode },
          { head: t`People a year`, isNumber: true, render: ({ peopleAYear }) => written(peopleAYear) },
          {
            head: t`Academic years`,
            isNumber: true,
            render: ({ firstYear, lastYear }) => `${firstYear} – ${lastYear}`,
          },
        ]}
      />
      <div className="iia-begin">
        {iia.begun.length > 0 && (
          <Note tone="wait">
            <Trans>It was begun here before. Beginning it again makes another draft of the same.</Trans>{' '}
            {iia.begun.map(({ id, reference }, index) => (
              <Fragment key={id}>
                {index > 0 && ' · '}
                <Link className="link" to="/agreements/$agreementId" params={{ agreementId: id }}>
                  {reference}
                </Link>
              </Fragment>
            ))}
          </Note>
        )}
        {iia.refusal !== null && <Note tone="wait">{iia.refusal}</Note>}
        <ProblemNote error={begin.error} />
        {iia.refusal === null && (
          <FormActions>
            {begin.data ? (
              <Link className="link" to="/agreements/$agreementId" params={{ agreementId: begin.data.id }}>
                <Trans>Open the draft</Trans>
              </Link>
            ) : (
              <Button
                variant={iia.begun.length > 0 ? 'default' : 'filled'}
                disabled={!isWhole}
                loading={begin.isPending}
                onClick={() => begin.mutate()}
              >
                {iia.begun.length > 0 ? t`Begin it again` : t`Begin this agreement`}
              </Button>
            )}
          </FormActions>
        )}
      </div>
    </Section>
  );
}
