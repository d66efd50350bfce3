import type { RoundView, ScoresView } from '@collegium/contract/rounds';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, FileButton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Note } from '../../ui/Note.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { toast } from '../../ui/toast.ts';
import { roundChanged } from '../queries.ts';

/** How many learners have a score, and the upload of a CSV file with scores: all rows of it, or none. */
export function ScoresPanel({ round }: { round: RoundView }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const upload = useMutation({
    mutationFn: async (file: File) => api.put<ScoresView>(`/rounds/${round.id}/scores`, { csv: await file.text() }),
    onSuccess: async ({ stored }) => {
      await roundChanged();
      await toast(t`${stored} scores stored.`);
    },
  });
  return (
    <>
      <Note
        tone={round.scoredLearners < round.learners ? 'wait' : 'good'}
        action={
          round.abilities.score && (
            <FileButton accept=".csv,text/csv" onChange={(file) => file && upload.mutate(file)}>
              {(props) => (
                <Button
                  {...props}
                  size="xs"
                  loading={upload.isPending}
                  leftSection={<IconUpload size={15} aria-hidden />}
                >
                  <Trans>Upload CSV</Trans>
                </Button>
              )}
            </FileButton>
          )
        }
      >
        <Trans>
          {number(round.scoredLearners)} of {number(round.learners)} learners have a score. The file has the columns
          membership, person or email, and score; all rows are stored, or none.
        </Trans>
      </Note>
      <ProblemNote error={upload.error} />
    </>
  );
}
