import type { BookingView } from '@collegium/contract/sharing/bookings';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Section } from '../../ui/Section.tsx';
import { heldForNames, personServiceNames } from '../names.ts';

/** What is booked for what, for whom and at whose cost; nothing where nothing was said. */
export function WhatFor({ booking }: { booking: BookingView }) {
  const { t } = useLingui();
  const { number, money } = useFormat();
  const { purpose, heldFor, service, people, costCentre, priceMinor, currency, seriesId } = booking;
  const said: [string, ReactNode][] = [
    [t`Purpose`, purpose],
    [t`For`, heldFor === 'self' ? '' : <ForWhom key="for" booking={booking} />],
    [t`Booked for`, service === null ? '' : t(personServiceNames[service])],
    [t`People`, people > 1 ? number(people) : ''],
    [t`Cost centre`, costCentre],
    [t`Price`, priceMinor !== null && currency !== null ? money(priceMinor, currency) : ''],
    [t`Repeats`, seriesId === null ? '' : <SeriesLink key="series" seriesId={seriesId} />],
  ];
  if (said.every(([, value]) => value === '' || value === null)) return null;
  return (
    <Section title={t`What for`}>
      <Facts items={said} />
    </Section>
  );
}

/** The group or course; one that is an offer of the network leads to it. */
function ForWhom({ booking: { heldFor, groupName, offerId } }: { booking: BookingView }) {
  const { t } = useLingui();
  const name = groupName ?? t(heldForNames[heldFor]);
  if (offerId === null) return name;
  return (
    <Link className="link" to="/offers/$offerId" params={{ offerId }}>
      {name}
    </Link>
  );
}

function SeriesLink({ seriesId }: { seriesId: string }) {
  return (
    <Link className="link" to="/bookings" search={{ seriesId }}>
      <Trans>One of several; show them all</Trans>
    </Link>
  );
}
