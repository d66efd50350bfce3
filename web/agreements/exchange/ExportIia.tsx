import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { apiUrl } from '../../api/client.ts';
import { readProblem, Unreachable } from '../../api/problem.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';

/** Downloads the agreement as Erasmus Without Paper writes it; when it cannot be written, says why instead. */
export function ExportIia({ view }: { view: AgreementView }) {
  const download = useMutation({ mutationFn: () => fetchIia(view.id), onSuccess: save });
  return (
    <>
      <UnstyledButton className="link cap csv" disabled={download.isPending} onClick={() => download.mutate()}>
        <IconDownload size={15} stroke={1.7} aria-hidden />
        <Trans>Export as EWP XML</Trans>
      </UnstyledButton>
      <ProblemNote error={download.error} />
    </>
  );
}

async function fetchIia(id: string): Promise<{ name: string; blob: Blob }> {
  const headers = { 'accept-language': document.documentElement.lang };
  const response = await fetch(apiUrl(`/agreements/${id}/iia.xml`), { credentials: 'same-origin', headers }).catch(
    (cause: unknown) => {
      throw new Unreachable(cause);
    },
  );
  if (!response.ok) throw await readProblem(response);
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'agreement.xml';
  return { name, blob: await response.blob() };
}

function save({ name, blob }: { name: string; blob: Blob }): void {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
