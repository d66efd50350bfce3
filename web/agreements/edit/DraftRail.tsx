import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { OrgMark } from '../../ui/OrgMark.tsx';
import { RailSection } from '../../ui/RailSection.tsx';
import { Status } from '../../ui/Status.tsx';

/** What is still to be filled, clause by clause, and with whom one negotiates. */
export function DraftRail({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const { acting } = useSession();
  const clauses = view.open?.clauses ?? [];
  const gaps = clauses
    .map((clause, index) => ({
      clause,
      number: index + 1,
      count: view.unfilled.filter(({ clauseKey }) => clauseKey === clause.key).length,
    }))
    .filter(({ count }) => count > 0);
  return (
    <>
      <RailSection title={t`Still to be filled`} aside={<span className="num">{view.unfilled.length}</span>}>
        {gaps.length === 0 ? (
          <Status tone="good">
            <Trans>Nothing is missing</Trans>
          </Status>
        ) : (
          <ul className="draft-gaps">
            {gaps.map(({ clause, number, count }) => (
              <li key={clause.key}>
                <a className="link" href={`#draft-${clause.key}`}>
                  {number} {text(clause.title)}
                </a>
                <span className="num cap">{count}</span>
              </li>
            ))}
          </ul>
        )}
      </RailSection>
      <RailSection title={t`Parties`}>
        <ul className="agreement-parties">
          {view.parties
            .filter(({ leftOn }) => leftOn === null)
            .map((party) => (
              <li key={party.organisationId}>
                <OrgMark text={party.shortMark} isYou={party.organisationId === acting.organisation.id} />
                <span>{party.name}</span>
              </li>
            ))}
        </ul>
      </RailSection>
    </>
  );
}
