import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useFormat } from '../../i18n/useFormat.ts';
import { Note } from '../../ui/Note.tsx';
import { Check } from './Check.tsx';
import { verifyRun, type Verification } from './verification.ts';

/** Runs the allocation again here, in the reader's browser, and says whether the same comes out. */
export function VerifyRun({ roundId }: { roundId: string }) {
  const verify = useMutation({ mutationFn: () => verifyRun(roundId) });
  return (
    <div className="verify">
      <Button
        fullWidth
        leftSection={<IconShieldCheck size={16} aria-hidden />}
        loading={verify.isPending}
        onClick={() => verify.mutate()}
      >
        <Trans>Verify this run yourself</Trans>
      </Button>
      <p className="cap">
        <Trans>Runs here in your browser, with the published file.</Trans>
      </p>
      <div role="status">
        {verify.data && <Outcome verification={verify.data} />}
        {verify.error && (
          <Note tone="bad">
            <Trans>
              The files of this run could not be read or solved here. Try again, or use the run file elsewhere.
            </Trans>
          </Note>
        )}
      </div>
    </div>
  );
}

function Outcome({ verification }: { verification: Verification }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const { seedMatches, inputMatches, resultMatches, blockingPairs, learners, milliseconds } = verification;
  return (
    <ul className="checks">
      <Check holds={seedMatches} title={t`The seed has the published hash`} />
      <Check holds={inputMatches} title={t`The problem file is the one that was run`} />
      <Check holds={resultMatches} title={t`Everybody gets the same place again`}>
        <Trans>
          <Plural value={learners} one="# learner" other="# learners" />, {number(milliseconds)} ms
        </Trans>
      </Check>
      <Check holds={blockingPairs === 0} title={t`No one would rather swap`}>
        <Plural value={blockingPairs} one="# blocking pair found" other="# blocking pairs found" />
      </Check>
    </ul>
  );
}
