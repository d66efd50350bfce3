import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useSessionOrNull } from '../api/session.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Detail } from '../ui/Detail.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { RailSection } from '../ui/RailSection.tsx';
import { RichText } from '../ui/RichText.tsx';
import { Section } from '../ui/Section.tsx';
import { Status } from '../ui/Status.tsx';
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
        status={organisation.isArchived && <Status tone="stopped" soft>{t`Archived`}</Status>}
        facts={
          <>
            <span>{t(organisationKindNames[organisation.kind])}</span>
            {organisation.country && (
              <span>{[organisation.city, countryName(organisation.country)].filter(Boolean).join(', ')}</span>
            )}
          </>
        }
        actions={
          organisation.abilities.change && (
            <Button
              renderRoot={(props) => (
                <Link {...props} to="/organisations/$organisationId/edit" params={{ organisationId }} />
              )}
            >
              <Trans>Change details</Trans>
            </Button>
          )
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
