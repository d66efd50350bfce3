import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { RailSection } from '../../ui/RailSection.tsx';
import { Status } from '../../ui/Status.tsx';
import { Guests } from '../Guests.tsx';
import { DraftParties } from './DraftParties.tsx';
import { useGapNames } from './useGapNames.ts';

/** What is still to be filled or corrected, clause by clause; with whom one negotiates, and who is invited. */
export function DraftRail({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const { text, list } = useFormat();
  const nameOf = useGapNames(view);
  const clauses = view.open?.clauses ?? [];
  const open = clauses
    .map((clause, index) => ({
      clause,
      number: index + 1,
      names: view.unfilled.filter(({ clauseKey }) => clauseKey === clause.key).map(nameOf),
      faults: view.faults.filter(({ clauseKey }) => clauseKey === clause.key),
    }))
    .filter(({ names, faults }) => names.length + faults.length > 0);
  return (
    <>
      <RailSection
        title={t`Before it can be proposed`}
        aside={<span className="num">{view.unfilled.length + view.faults.length}</span>}
      >
        {open.length === 0 ? (
          <Status tone="good">
            <Trans>Nothing is missing</Trans>
          </Status>
        ) : (
          <ul className="draft-gaps">
            {open.map(({ clause, number, names, faults }) => (
              <li key={clause.key}>
                <a className="link" href={`#draft-${clause.key}`}>
                  {number} {text(clause.title)}
                </a>
                <span className="num cap">{names.length + faults.length}</span>
                {names.length > 0 && (
                  <span className="cap draft-gap-names">{t`Still to be filled: ${list(names)}`}</span>
                )}
                {faults.map((fault) => (
                  <span key={`${fault.name}${fault.message}`} className="cap draft-gap-names draft-fault">
                    {fault.message}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        )}
      </RailSection>
      <DraftParties view={view} />
      <Guests view={view} />
    </>
  );
}
