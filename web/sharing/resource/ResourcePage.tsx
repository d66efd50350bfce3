import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { apiUrl } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Detail } from '../../ui/Detail.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Note } from '../../ui/Note.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RichText } from '../../ui/RichText.tsx';
import { Section } from '../../ui/Section.tsx';
import { Status } from '../../ui/Status.tsx';
import { BookingModal } from '../booking/BookingModal.tsx';
import { ShareSection } from '../calendar/ShareSection.tsx';
import { fileUseNames, resourceKindNames, resourceStates } from '../names.ts';
import { resourceQuery } from '../queries.ts';
import { OpeningHours } from './OpeningHours.tsx';
import { OwnerActions } from './OwnerActions.tsx';
import { ResourceRail } from './ResourceRail.tsx';
import { RuleFacts } from './RuleFacts.tsx';
import { useFirstTime } from './useFirstTime.ts';
import '../calendar/calendar.css';
import '../calendar/beside.css';
import '../sharing.css';

const route = getRouteApi('/open/resources/$resourceId');

/** One resource: what it is, when it is open, by which rules it is booked, who goes first and why. */
export function ResourcePage() {
  const { t } = useLingui();
  const { text, date } = useFormat();
  const { resourceId } = route.useParams();
  const navigate = useNavigate();
  const [isBooking, setBooking] = useState(false);
  const { data: resource, error, isPending, refetch } = useQuery(resourceQuery(resourceId));
  const first = useFirstTime(resource);
  if (error)
    return (
      <>
        <PageHeader title={t`Resource`} crumbs={[{ label: t`Labs and equipment`, to: '/resources' }]} />
        <Failed error={error} onRetry={() => void refetch()} />
      </>
    );
  if (isPending) return <Loading />;
  const photographs = resource.files.filter(({ shownAs }) => shownAs === 'photograph');
  const documents = resource.files.filter(({ shownAs }) => shownAs !== 'photograph');
  const description = text(resource.description);
  return (
    <>
      <PageHeader
        title={text(resource.name)}
        crumbs={[{ label: t`Labs and equipment`, to: '/resources' }]}
        status={
          <Status tone={resourceStates[resource.state].tone} soft>
            {t(resourceStates[resource.state].name)}
          </Status>
        }
        facts={
          <>
            <span>{t(resourceKindNames[resource.kind].name)}</span>
            <span>{resource.owner.name}</span>
            {resource.city !== null && <span>{resource.city}</span>}
          </>
        }
        actions={
          <>
            <OwnerActions resource={resource} />
            <Button renderRoot={(props) => <Link to="/calendar" search={{ resourceId: [resource.id] }} {...props} />}>
              <Trans>See when it is free</Trans>
            </Button>
            {resource.abilities.book && (
              <Button className="grow" variant="filled" onClick={() => setBooking(true)}>
                <Trans>Book</Trans>
              </Button>
            )}
          </>
        }
      />
      {resource.stateReason !== null && resource.state !== 'in_service' && (
        <Note tone="wait">
          {resource.state === 'retired' ? (
            <Trans>
              Retired on {date(resource.stateSince)}: {resource.stateReason}
            </Trans>
          ) : (
            <Trans>
              Taken out for maintenance on {date(resource.stateSince)}: {resource.stateReason}
            </Trans>
          )}
        </Note>
      )}
      <Detail railLabel={t`About this resource`} rail={<ResourceRail resource={resource} />}>
        {photographs.length > 0 && (
          <div className="photos">
            {photographs.map(({ fileId, name }) => (
              <img
                key={fileId}
                src={apiUrl(`/resources/${resource.id}/files/${fileId}`)}
                alt={t`Photograph of ${text(resource.name)}: ${name}`}
                loading="lazy"
              />
            ))}
          </div>
        )}
        {description !== '' && (
          <Section title={t`What it is`}>
            <RichText text={description} />
          </Section>
        )}
        <Section title={t`Open`}>
          <OpeningHours resource={resource} />
        </Section>
        <Section title={t`How it is booked`}>
          <RuleFacts resource={resource} />
        </Section>
        <ShareSection resourceId={resource.id} />
        {documents.length > 0 && (
          <Section title={t`Documents`}>
            <ul className="rows">
              {documents.map(({ fileId, name, shownAs }) => (
                <li key={fileId}>
                  <div className="row booking-line">
                    <a className="link" href={apiUrl(`/resources/${resource.id}/files/${fileId}`)} download>
                      {name}
                    </a>
                    <div className="cap">{t(fileUseNames[shownAs])}</div>
                  </div>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </Detail>
      {isBooking && (
        <BookingModal
          resourceIds={[resource.id]}
          {...first}
          onClose={() => setBooking(false)}
          onBooked={(bookingId) =>
            void (bookingId === undefined
              ? navigate({ to: '/bookings' })
              : navigate({ to: '/bookings/$bookingId', params: { bookingId } }))
          }
        />
      )}
    </>
  );
}
