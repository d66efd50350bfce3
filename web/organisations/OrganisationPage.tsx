import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSessionOrNull } from '../api/session.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Detail } from '../ui/Detail.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Note } from '../ui/Note.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { RailSection } from '../ui/RailSection.tsx';
import { RichText } from '../ui/RichText.tsx';
import { Section } from '../ui/Section.tsx';
import { Status } from '../ui/Status.tsx';
import { MergeModal } from './MergeModal.tsx';
import { Members } from './Members.tsx';
import { organisationKindNames } from './organisation-kind-names.ts';
import { organisationQuery } from './organisation-query.ts';
import { Partnerships } from './Partnerships.tsx';
import { Units } from './Units.tsx';
import { useCountryName } from '../ui/useCountryName.ts';
import './organisations.css';

const route = getRouteApi('/open/organisations/$organisationId');

/** Who an organisation is, how it is built, who belongs to it. */
export function OrganisationPage() {
  const { t } = useLingui();
  const { organisationId } = route.useParams();
  const { text } = useFormat();
  const countryName = useCountryName();
  const session = useSessionOrNull();
  const [isMerging, setMerging] = useState(false);
  const { data: organisation, error, isPending, refetch } = useQuery(organisationQuery(organisationId));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  const canSeeMembers =
    session?.permissions.includes('person:read') &&
    (session.acting.role === 'network_administrator' || session.acting.organisation.id === organisation.id);
  const description = text(organisation.description);
  return (
    <>
      <PageHeader
        title={organisation.name}
        crumbs={[{ label: t`Partners`, to: '/organisations' }]}
        status={
          organisation.isArchived && (
            <Status tone="stopped" soft>
              {organisation.mergedInto ? t`Merged` : t`Archived`}
            </Status>
          )
        }
        facts={
          <>
            <span>{t(organisationKindNames[organisation.kind])}</span>
            {organisation.country && (
              <span>{[organisation.city, countryName(organisation.country)].filter(Boolean).join(', ')}</span>
            )}
          </>
        }
        actions={
          <>
            {organisation.abilities.merge && (
              <Button onClick={() => setMerging(true)}>
                <Trans>Merge into another</Trans>
              </Button>
            )}
            {organisation.abilities.change && (
              <Button
                renderRoot={(props) => (
                  <Link {...props} to="/organisations/$organisationId/edit" params={{ organisationId }} />
                )}
              >
                <Trans>Change details</Trans>
              </Button>
            )}
          </>
        }
      />
      <Detail
        railLabel={t`About this organisation`}
        rail={
          <>
            {(organisation.website !== null || organisation.identifiers.length > 0) && (
              <RailSection title={t`Known as`}>
                <Facts
                  items={[
                    ...(organisation.website
                      ? [
                          [
                            t`Website`,
                            <a key="site" className="link" href={organisation.website} rel="noreferrer">
                              {organisation.website.replace(/^https?:\/\//, '')}
                            </a>,
                          ] as const,
                        ]
                      : []),
                    ...organisation.identifiers.map(({ scheme, value }) => [scheme.toUpperCase(), value] as const),
                  ]}
                />
              </RailSection>
            )}
            {session && <Partnerships organisationId={organisation.id} />}
          </>
        }
      >
        {organisation.mergedInto && <Successor organisation={organisation.mergedInto} />}
        {isMerging && <MergeModal organisation={organisation} onClose={() => setMerging(false)} />}
        {description && (
          <Section title={t`About`}>
            <RichText text={description} />
          </Section>
        )}
        <Units organisation={organisation} />
        {canSeeMembers && <Members organisation={organisation} />}
      </Detail>
    </>
  );
}

/** Who took the organisation's place. */
function Successor({ organisation: { id, name } }: { organisation: { id: string; name: string } }) {
  return (
    <Note>
      <Trans>
        This organisation was merged into{' '}
        <Link className="link" to="/organisations/$organisationId" params={{ organisationId: id }}>
          {name}
        </Link>
        . What was signed and said before keeps its name.
      </Trans>
    </Note>
  );
}
