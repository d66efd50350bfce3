import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { RailSection } from '../../ui/RailSection.tsx';
import { Status } from '../../ui/Status.tsx';
import { Guests } from '../Guests.tsx';
import { DraftParties } from './DraftParties.tsx';
import { useGapNames } from './useGapNames.ts';

/** What is still to be filled, clause by clause and gap by gap; with whom one negotiates, and who is invited. */
export function DraftRail({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const { text, list } = useFormat();
  const nameOf = useGapNames(view);
  const clauses = view.open?.clauses ?? [];
  const gaps = clauses
    .map((clause, index) => ({
      clause,
      number: index + 1,
      names: view.unfilled.filter(({ clauseKey }) => clauseKey === clause.key).map(nameOf),
    }))
    .filter(({ names }) => names.length > 0);
  return (
    <>
      <RailSection title={t`Still to be filled`} aside={<span className="num">{view.unfilled.length}</span>}>
        {gaps.length === 0 ? (
          <Status tone="good">
            <Trans>Nothing is missing</Trans>
          </Status>
        ) : (
          <ul className="draft-gaps">
            {gaps.map(({ clause, number, names }) => (
              <li key={clause.key}>
                <a className="link" href={`#draft-${clause.key}`}>
                  {number} {text(clause.title)}
                </a>
                <span className="num cap">{names.length}</span>
                <span className="cap draft-gap-names">{list(names)}</span>
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
