import type { SigningView } from '@collegium/contract/agreements/signing';
import { Plural, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { networkSlug } from '../../api/network.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Detail } from '../../ui/Detail.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Note } from '../../ui/Note.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RailSection } from '../../ui/RailSection.tsx';
import { Section } from '../../ui/Section.tsx';
import { Status } from '../../ui/Status.tsx';
import { inFours } from './in-fours.ts';
import { JoinedList } from './JoinedList.tsx';
import { RecordText } from './RecordText.tsx';
import { NoAgreement } from '../NoAgreement.tsx';
import { Fingerprint } from './Fingerprint.tsx';
import { SignatoryList } from './SignatoryList.tsx';
import { agreementFileQuery, signingQuery } from './signing-query.ts';
import { SignNote } from './SignNote.tsx';
import { StartSigning } from './StartSigning.tsx';
import './signing.css';

const route = getRouteApi('/open/member/agreements/$agreementId/sign');

/** The signing of a version: the whole text, who has signed it, who is awaited, and the reader's own signature. */
export function SigningPage() {
  const { agreementId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(signingQuery(agreementId));
  if (error) return <NoAgreement error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return <Signing view={data} />;
}

function Signing({ view }: { view: SigningView }) {
  const { t } = useLingui();
  const { text, day, language } = useFormat();
  const { agreementId, number, reference, dueOn, checkCode, parties, signatories } = view;
  const mine = signatories.find(({ abilities }) => abilities.sign);
  const pdf = `/${networkSlug()}/api/agreements/${agreementId}/versions/${number}/pdf?language=${language}`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t`Agreements`, to: '/agreements' },
          { label: reference, to: '/agreements/$agreementId', params: { agreementId } },
        ]}
        title={text(view.title)}
        status={<SigningStatus view={view} />}
        facts={
          <>
            <span>{t`Version ${number}`}</span>
            {dueOn && view.state === 'signing' && <span>{t`to be signed by ${day(dueOn)}`}</span>}
            <span>
              <Plural value={parties.length} one="# party" other="# parties" />
            </span>
          </>
        }
        actions={
          <Button component="a" href={pdf} leftSection={<IconFileTypePdf size={16} aria-hidden />}>
            {t`PDF`}
          </Button>
        }
      />
      <Detail
        railLabel={t`The text and its code`}
        rail={
          <RailSection title={t`One text for all`}>
            <Facts
              items={[
                [t`Fingerprint`, <Fingerprint key="hash" hash={view.hash} />],
                [t`Authentic`, languageName(view.authenticLanguage, language)],
                [t`Code`, checkCode && <span className="mono">{inFours(checkCode)}</span>],
              ]}
            />
            {checkCode && (
              <p className="cap">{t`The code stands on the signature page. Whoever has it sees who signed.`}</p>
            )}
          </RailSection>
        }
      >
        {mine && <SignNote view={view} signatory={mine} />}
        {view.canStart && <StartSigning view={view} />}
        {view.state === 'returned' && <Declined view={view} />}
        {signatories.length > 0 && (
          <Section title={t`Who signs`}>
            <SignatoryList view={view} />
          </Section>
        )}
        {view.joined.length > 0 && (
          <Section title={t`Who joined later`} aside={t`nobody else signed again`}>
            <JoinedList joined={view.joined} />
          </Section>
        )}
        <Section title={t`What is signed`}>
          <Text agreementId={agreementId} number={number} />
        </Section>
      </Detail>
    </>
  );
}

/** Why the version was not signed, and where it goes on. */
function Declined({ view: { agreementId, signatories } }: { view: SigningView }) {
  const { t } = useLingui();
  const one = signatories.find(({ declined }) => declined !== null);
  const name = one?.organisation.name ?? '';
  return (
    <Note tone="bad">
      <div>
        <div className="strong">{t`${name} declined to sign: “${one?.declined?.reason ?? ''}”`}</div>
        <p className="sub">
          {t`What others signed of this version counts no more. What is in force stays in force.`}{' '}
          <Link className="link" to="/agreements/$agreementId" params={{ agreementId }}>
            {t`Begin the next version on the agreement’s page`}
          </Link>
        </p>
      </div>
    </Note>
  );
}

function Text({ agreementId, number }: { agreementId: string; number: number }) {
  const { data, error, isPending, refetch } = useQuery(agreementFileQuery(agreementId, number));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  return isPending ? <Loading /> : <RecordText record={data.record} />;
}

function SigningStatus({ view: { state, sealedAt } }: { view: SigningView }) {
  const { t } = useLingui();
  const { day } = useFormat();
  if (state === 'signing') return <Status tone="wait" soft>{t`Being signed`}</Status>;
  if (state === 'approved') return <Status tone="good" soft>{t`Approved by all`}</Status>;
  if (state === 'returned') return <Status tone="bad" soft>{t`Somebody declined to sign`}</Status>;
  if (state === 'superseded') return <Status tone="idle" soft>{t`Replaced by a later version`}</Status>;
  return (
    <Status tone="good" soft>
      {sealedAt ? t`Signed and sealed ${day(sealedAt)}` : t`Signed and sealed`}
    </Status>
  );
}

function languageName(tag: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
}
