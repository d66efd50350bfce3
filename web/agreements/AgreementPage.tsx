import type { AgreementView } from '@collegium/contract/agreements/views';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { Detail } from '../ui/Detail.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { AgreementActions } from './AgreementActions.tsx';
import { agreementQuery } from './agreement-query.ts';
import { AgreementRail } from './AgreementRail.tsx';
import { AgreementStatus } from './AgreementStatus.tsx';
import { AgreementTabs } from './AgreementTabs.tsx';
import { partiesOf } from './parties.ts';
import { NoAgreement } from './NoAgreement.tsx';
import { PrintLine } from './PrintLine.tsx';
import './agreements.css';
import './draft.css';

const route = getRouteApi('/open/member/agreements/$agreementId');

/** An agreement: one text, its parties, what is in force and what is being negotiated. */
export function AgreementPage() {
  const { agreementId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(agreementQuery(agreementId));
  if (error) return <NoAgreement error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return <Agreement view={data} />;
}

function Agreement({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const { text } = useFormat();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t`Agreements`, to: '/agreements' }, { label: view.reference }]}
        title={text(view.title)}
        status={<AgreementStatus state={view.state} open={view.open} soft />}
        facts={<AgreementFacts view={view} />}
        actions={<AgreementActions view={view} />}
      />
      <PrintLine view={view} />
      <Detail railLabel={t`Review, parties and promises`} rail={<AgreementRail view={view} />}>
        <AgreementTabs view={view} />
      </Detail>
    </>
  );
}

function AgreementFacts({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const { date } = useFormat();
  const count = partiesOf(view).current.length;
  return (
    <>
      {view.inForce && view.open && (
        <span>
          <Trans>Version {view.inForce.number} stays in force</Trans>
        </span>
      )}
      {view.inForce && !view.open && (
        <span>
          <Trans>Version {view.inForce.number}</Trans>
        </span>
      )}
      {view.endsOn && <span className="num">{t`until ${date(view.endsOn)}`}</span>}
      <span>
        <Plural value={count} one="# party" other="# parties" />
      </span>
    </>
  );
}
