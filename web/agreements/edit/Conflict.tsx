import type { Clause } from '@collegium/contract/agreements/clause';
import { readClause } from '@collegium/contract/agreements/read-clause';
import { redline } from '@collegium/contract/agreements/redline/index';
import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Pieces } from '../Pieces.tsx';
import { useReading } from '../text/useReading.ts';

/** The clause as somebody else saved it meanwhile. */
export interface CurrentClause {
  clause: Clause;
  version: number;
  changedBy: string | null;
}

interface ConflictProps {
  view: AgreementView;
  mine: Clause;
  theirs: CurrentClause;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Two people changed one clause: what the other one saved, with one's own changes marked against it. */
export function Conflict({ view, mine, theirs, onKeepMine, onTakeTheirs }: ConflictProps) {
  const { t } = useLingui();
  const reading = useReading(view);
  const [clause] = redline([readClause(theirs.clause, reading)], [readClause(mine, reading)]).clauses;
  const who = theirs.changedBy ?? t`Somebody`;
  return (
    <div className="conflict" role="alert">
      <p className="strong">
        <Trans>{who} saved this clause while you wrote. Your text is kept here.</Trans>
      </p>
      <p className="sub">
        <Trans>Struck through: what was saved meanwhile. Underlined: what you wrote.</Trans>
      </p>
      <blockquote className="thread-suggestion">
        {clause?.paragraphs.map((pieces, index) => (
          <p key={index}>
            <Pieces pieces={pieces} />
          </p>
        ))}
      </blockquote>
      <div className="thread-acts">
        <Button size="xs" onClick={onKeepMine}>
          <Trans>Go on with my text</Trans>
        </Button>
        <Button size="xs" onClick={onTakeTheirs}>
          <Trans>Take the saved text</Trans>
        </Button>
      </div>
    </div>
  );
}
