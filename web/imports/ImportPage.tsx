import type { ImportView } from '@collegium/contract/import-views';
import { Trans, useLingui } from '@lingui/react/macro';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Figures } from '../ui/Figures.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Section } from '../ui/Section.tsx';
import { ImportStatus } from './ImportStatus.tsx';
import { importKindNames } from './names.ts';
import './imports.css';

const route = getRouteApi('/open/member/imports/$importId');
type ImportProblem = ImportView['problems'][number];

const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => api.get<ImportView>(`/imports/${id}`, { signal }),
  });

/** One reading of a file: what came of it, and what was wrong with which row. */
export function ImportPage() {
  const { t } = useLingui();
  const { importId } = route.useParams();
  const { dateTime, number } = useFormat();
  const { data, error, isPending, refetch } = useQuery(importQuery(importId));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return (
    <>
      <PageHeader
        title={data.fileName}
        crumbs={[{ label: t`Imports`, to: '/imports' }]}
        status={<ImportStatus item={data} soft />}
        facts={
          <>
            <span>{t(importKindNames[data.kind])}</span>
            <span>{dateTime(data.startedAt)}</span>
            {data.person && <span>{data.person.name}</span>}
          </>
        }
      />
      <Figures
        items={[
          { figure: number(data.rowsRead), words: t`rows read` },
          { figure: number(data.rowsCreated), words: t`added` },
          { figure: number(data.rowsUnchanged), words: t`were there already` },
          { figure: number(data.rowsFaulty), words: t`with something wrong` },
        ]}
      />
      {data.error && <p>{data.error}</p>}
      <Problems data={data} />
      <p className="cap import-hash">
        <Trans>SHA-256 of the file</Trans> <code>{data.fileSha256}</code>
      </p>
    </>
  );
}

function Problems({ data: { problems } }: { data: ImportView }) {
  const { t } = useLingui();
  const { number } = useFormat();
  if (problems.length === 0) return null;
  const columns = [
    { head: t`Row`, isName: true, isNumber: true, render: ({ row }: ImportProblem) => number(row) },
    { head: t`Column`, render: ({ column }: ImportProblem) => column ?? '–' },
    { head: t`What to do`, render: ({ message }: ImportProblem) => message },
  ];
  return (
    <Section title={t`What was wrong`} aside={t`The first thousand; rows count as in a spreadsheet`}>
      <DataTable
        label={t`What was wrong`}
        columns={columns}
        rows={problems}
        keyOf={({ row, column, code }) => `${row} ${column} ${code}`}
      />
    </Section>
  );
}
