import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Note } from '../../ui/Note.tsx';
import { Section } from '../../ui/Section.tsx';
import { LifeActs } from './LifeActs.tsx';
import { LifeRequest } from './LifeRequest.tsx';
import { Running } from './Running.tsx';

/** What was asked for since the agreement is in force, what waits for an answer, and what may be asked. */
export function LifePanel({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const { date } = useFormat();
  return (
    <>
      {view.dormantSince && (
        <Note tone="wait">
          <Trans>
            Nothing has happened under this agreement for half a year, said on {date(view.dormantSince)}. Does it still
            live? Propose a change, or let it end.
          </Trans>
        </Note>
      )}
      <Section title={t`Requests and notices`}>
        {view.requests.length === 0 ? (
          <Empty
            title={t`Nothing was asked for`}
            why={t`Renewal, joining, leaving, suspension and termination are asked for here, once the agreement is in force.`}
          />
        ) : (
          <ul className="rows">
            {view.requests.map((request) => (
              <li key={request.id}>
                <LifeRequest view={view} request={request} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <LifeActs view={view} />
      {view.inForce && <Running view={view} />}
    </>
  );
}
