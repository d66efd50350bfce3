import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '@mantine/core';
import { useFormat } from '../i18n/useFormat.ts';
import { Section } from '../ui/Section.tsx';
import { useHappening } from './useHappening.ts';

const shownAtFirst = 6;

/** What the partners decided, and why: who joined, what became of their agreements, goals that were reached. */
export function Decisions({ decisions }: { decisions: PartnershipDetail['decisions'] }) {
  const { t } = useLingui();
  const { date, text } = useFormat();
  const happening = useHappening();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? decisions : decisions.slice(0, shownAtFirst);
  return (
    <Section title={t`What was decided?`}>
      <ul className="rows">
        {shown.map((decision) => (
          <li key={decision.id} className="row decision-row">
            <span className="cap num">{date(decision.at)}</span>
            <div>
              <div>
                {decision.organisation && <b>{decision.organisation}</b>} {happening(decision.action)}
                {decision.title && ` · ${text(decision.title)}`}
              </div>
              {decision.reason && <div className="sub">{decision.reason}</div>}
            </div>
          </li>
        ))}
      </ul>
      {!isWhole && decisions.length > shownAtFirst && (
        <Button size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
          <Trans>Show all decisions</Trans>
        </Button>
      )}
    </Section>
  );
}
