import type { Applicant } from '@collegium/contract/ranking';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, FileButton } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { readRankingCsv, writeRankingCsv, type RankingDraft } from './draft.ts';

interface RankingFilesProps {
  draft: RankingDraft;
  people: ReadonlyMap<string, Applicant>;
  /** Takes a ranking that was read; undefined when nothing may be changed. */
  onRead: ((draft: RankingDraft) => void) | undefined;
}

/** The ranking as a CSV file, to be worked on in a spreadsheet and read back. */
export function RankingFiles({ draft, people, onRead }: RankingFilesProps) {
  const { t } = useLingui();
  const [isWrong, setWrong] = useState(false);
  const csv = writeRankingCsv(draft, (id) => people.get(id)?.name ?? '');
  async function read(file: File | null) {
    const found = file && readRankingCsv(await file.text(), new Set(people.keys()));
    setWrong(file !== null && !found);
    if (found) onRead?.(found);
  }
  return (
    <span className="rank-acts">
      {isWrong && (
        <span className="cap" role="alert">
          {t`The file needs the columns person and position, everybody once.`}
        </span>
      )}
      <a
        className="link sub csv"
        href={`data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${csv}`)}`}
        download="ranking.csv"
      >
        <IconDownload size={15} stroke={1.7} aria-hidden />
        <Trans>Download CSV</Trans>
      </a>
      {onRead && (
        <FileButton accept=".csv,text/csv" onChange={(file) => void read(file)}>
          {(props) => (
            <Button {...props} size="compact-xs" variant="subtle" leftSection={<IconUpload size={15} aria-hidden />}>
              <Trans>Read CSV</Trans>
            </Button>
          )}
        </FileButton>
      )}
    </span>
  );
}
