import { fieldName } from '@collegium/contract/fields-of-education';
import type { SuggestionView } from '@collegium/contract/partnerships/views';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { OrgMark } from '../ui/OrgMark.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Section } from '../ui/Section.tsx';
import { Interests } from './Interests.tsx';
import { suggestionsQuery } from './partnership-query.ts';
import './partnerships.css';

/** Exploring: what own organisation is strong in and looks for, and partners that fit, each with its reasons. */
export function SuggestionsPage() {
  const { t } = useLingui();
  const { acting } = useSession();
  const { data, error, isPending, refetch } = useQuery(suggestionsQuery);
  return (
    <>
      <PageHeader
        title={t`Find partners`}
        crumbs={[{ label: t`Partners`, to: '/organisations' }]}
        lede={t`Every suggestion says why. Points are the sum of its reasons; nothing else counts.`}
      />
      <Interests organisationId={acting.organisation.id} />
      <Section title={t`Partners that fit`}>
        {error && <Failed error={error} onRetry={() => void refetch()} />}
        {isPending && <Loading />}
        {data?.items.length === 0 && (
          <Empty
            title={t`Nobody fits yet`}
            why={t`Say what you are strong in and what you look for. Others do the same, and you find each other.`}
          />
        )}
        <ul className="rows">
          {data?.items.map((item) => (
            <SuggestionRow key={item.organisation.id} item={item} />
          ))}
        </ul>
      </Section>
    </>
  );
}

function SuggestionRow({ item: { organisation, points, reasons } }: { item: SuggestionView }) {
  return (
    <li className="row suggestion-row">
      <OrgMark text={organisation.shortMark} size={28} />
      <div>
        <Link className="row-t link" to="/organisations/$organisationId" params={{ organisationId: organisation.id }}>
          {organisation.name}
        </Link>
        <ul className="reasons">
          {reasons.map((reason, index) => (
            <li key={index} className="sub">
              <Reason reason={reason} /> <span className="cap num">+{reason.points}</span>
            </li>
          ))}
        </ul>
      </div>
      <span className="sub num">
        <Plural value={points} one="# point" other="# points" />
      </span>
    </li>
  );
}

function Reason({ reason }: { reason: SuggestionView['reasons'][number] }) {
  const { language, number } = useFormat();
  const field = fieldName(reason.fieldCode ?? '', language);
  switch (reason.reason) {
    case 'offers_what_you_need':
      return <Trans>Strong in what you look for: {field}</Trans>;
    case 'needs_what_you_offer':
      return <Trans>Looks for what you are strong in: {field}</Trans>;
    case 'shares_field':
      return <Trans>Strong in the same field: {field}</Trans>;
    case 'worked_together':
      return (
        <Plural
          value={reason.places ?? 0}
          one="One place taken up between you before"
          other="# places taken up between you before"
        />
      );
    case 'near':
      return <Trans>{number(reason.km ?? 0)} km away</Trans>;
  }
}
