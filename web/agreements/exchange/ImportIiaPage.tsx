import type { IiaPreviewList } from '@collegium/contract/agreements/exchange';
import { Trans, useLingui } from '@lingui/react/macro';
import { FileInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { FoundIia } from './FoundIia.tsx';
import { readAsBase64 } from './read-as-base64.ts';
import '../agreements.css';
import './exchange.css';

/** Reads a file of Erasmus Without Paper, shows what would be begun from it, and begins what is asked for. */
export function ImportIiaPage() {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<File | null>(null);
  const read = useMutation({
    mutationFn: async (from: File) => {
      const file = await readAsBase64(from);
      const { items } = await api.post<IiaPreviewList>('/agreement-exchange/preview', { file });
      return { file, items };
    },
  });
  const choose = (from: File | null) => {
    setChosen(from);
    read.reset();
    if (from) read.mutate(from);
  };
  return (
    <>
      <PageHeader
        title={t`Import EWP XML`}
        crumbs={[{ label: t`Agreements`, to: '/agreements' }]}
        lede={t`Inter-institutional agreements (IIA, version 7) that MoveON, Mobility-Online, the EWP Dashboard or another system wrote. Each becomes a draft that the partners approve and sign here.`}
      />
      <div className="form">
        <FileInput
          label={t`File`}
          description={t`XML, 5 MB at most. It is read and checked; nothing is begun yet.`}
          accept=".xml,application/xml,text/xml"
          placeholder={t`Choose a file`}
          clearable
          clearButtonProps={{ 'aria-label': t`Take the file away` }}
          value={chosen}
          onChange={choose}
        />
        <ProblemNote error={read.error} />
      </div>
      <div role="status" aria-live="polite">
        {read.isPending && (
          <p className="sub">
            <Trans>The file is read…</Trans>
          </p>
        )}
        {read.data?.items.length === 0 && (
          <p className="sub">
            <Trans>The file holds no agreement.</Trans>
          </p>
        )}
      </div>
      {read.data?.items.map((iia, index) => (
        <FoundIia key={index} file={read.data.file} number={index + 1} of={read.data.items.length} iia={iia} />
      ))}
    </>
  );
}
