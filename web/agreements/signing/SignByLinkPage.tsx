import type { LinkView } from '@collegium/contract/agreements/signing-link';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Note } from '../../ui/Note.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Section } from '../../ui/Section.tsx';
import { Fingerprint } from './Fingerprint.tsx';
import { LinkSignForm, type LinkOutcome } from './LinkSignForm.tsx';
import { RecordText } from './RecordText.tsx';
import { inFours } from './in-fours.ts';
import './signing.css';

/** Reading and signing by a mailed link, without an account. The secret is behind the # of the address and reaches no log. */
export function SignByLinkPage() {
  const { t } = useLingui();
  const [token] = useState(() => window.location.hash.slice(1));
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['signing-link', token],
    queryFn: ({ signal }) => api.post<LinkView>('/signing-links/read', { token }, { signal }),
    retry: false,
    staleTime: Infinity,
    enabled: token !== '',
  });
  if (token === '')
    return (
      <Empty
        title={t`The link is not whole`}
        why={t`Open it from the mail once more; everything behind the sign # belongs to it.`}
      />
    );
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return <SignByLink view={data} token={token} />;
}

function SignByLink({ view, token }: { view: LinkView; token: string }) {
  const { t } = useLingui();
  const { text, day } = useFormat();
  const [outcome, setOutcome] = useState<LinkOutcome>();
  const title = text(view.title);
  if (outcome)
    return (
      <>
        <PageHeader
          title={outcome.kind === 'signed' ? t`You have signed “${title}”` : t`You have declined to sign “${title}”`}
        />
        <Note tone={outcome.kind === 'signed' ? 'good' : 'idle'}>
          {outcome.kind === 'signed'
            ? t`The document can be checked at any time with the code ${inFours(outcome.checkCode)}. This link is spent.`
            : t`The parties have been told, with your reason. This link is spent.`}
        </Note>
      </>
    );
  return (
    <>
      <PageHeader
        title={title}
        lede={t`${view.name}, you are asked to sign on behalf of ${view.organisation}.`}
        facts={
          <>
            <span>{t`Version ${view.record.number}`}</span>
            <span>{t`to be signed by ${day(view.dueOn)}`}</span>
            <span>
              {t`Fingerprint`} <Fingerprint hash={view.hash} />
            </span>
          </>
        }
      />
      <Section title={t`Parties`}>
        <ul className="plain-list">
          {view.record.parties.map(({ organisationId, name }) => (
            <li key={organisationId}>{name}</li>
          ))}
        </ul>
      </Section>
      <Section title={t`What is signed`}>
        <RecordText record={view.record} />
      </Section>
      <Section title={t`Your signature`}>
        <LinkSignForm view={view} token={token} onDone={setOutcome} />
      </Section>
    </>
  );
}
