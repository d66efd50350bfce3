import type { Icon } from '@tabler/icons-react';
import {
  IconAffiliate,
  IconArrowsShuffle,
  IconCalendarCheck,
  IconCalendarWeek,
  IconCertificate,
  IconChartHistogram,
  IconEye,
  IconHome,
  IconLayoutGrid,
  IconLayoutList,
  IconMail,
  IconMicroscope,
  IconSend,
  IconSignature,
  IconUserCheck,
} from '@tabler/icons-react';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Role } from '@collegium/contract/roles';

/** A place in the navigation. It is shown once a page is registered at its path. */
export interface Destination {
  path: string;
  icon: Icon;
  label: MessageDescriptor;
  /** A word that fits below an icon on a phone, where `label` does not. */
  short?: MessageDescriptor;
}

export interface DestinationGroup {
  label?: MessageDescriptor;
  destinations: Destination[];
}

const today: Destination = { path: '/today', icon: IconHome, label: msg`Today` };
const messages: Destination = { path: '/messages', icon: IconMail, label: msg`Messages` };
const catalogue: Destination = { path: '/catalogue', icon: IconLayoutGrid, label: msg`Catalogue` };
const applications: Destination = { path: '/applications', icon: IconSend, label: msg`Applications` };
const rounds: Destination = {
  path: '/rounds',
  icon: IconArrowsShuffle,
  label: msg`Allocation rounds`,
  short: msg`Rounds`,
};
const participations: Destination = { path: '/participations', icon: IconUserCheck, label: msg`Placements` };
const outcomes: Destination = {
  path: '/outcomes',
  icon: IconCertificate,
  label: msg`Credits and outcomes`,
  short: msg`Outcomes`,
};
const evaluation: Destination = { path: '/evaluation', icon: IconChartHistogram, label: msg`Evaluation` };
const organisations: Destination = { path: '/organisations', icon: IconAffiliate, label: msg`Partners` };

const resources: Destination = {
  path: '/resources',
  icon: IconMicroscope,
  label: msg`Labs and equipment`,
  short: msg`Labs`,
};
const calendar: Destination = { path: '/calendar', icon: IconCalendarWeek, label: msg`Calendar` };
const bookings: Destination = { path: '/bookings', icon: IconCalendarCheck, label: msg`Bookings` };

const agreements: Destination = { path: '/agreements', icon: IconSignature, label: msg`Agreements` };

const home: DestinationGroup = { destinations: [today, messages] };

const byRole: Record<'learner' | 'host' | 'evaluator' | 'staff', DestinationGroup[]> = {
  staff: [
    home,
    { label: msg`Pipeline`, destinations: [catalogue, applications, rounds, participations, outcomes, evaluation] },
    { label: msg`Together`, destinations: [organisations, agreements, resources, bookings] },
  ],
  learner: [
    home,
    {
      label: msg`My path`,
      destinations: [
        catalogue,
        { ...applications, label: msg`My applications`, short: msg`Applications` },
        { ...participations, label: msg`My placement`, short: msg`Placement` },
        resources,
        { ...bookings, label: msg`My bookings`, short: msg`Bookings` },
        { ...outcomes, label: msg`Transcript and credits`, short: msg`Transcript` },
        { path: '/who-sees', icon: IconEye, label: msg`Who may see what` },
      ],
    },
  ],
  host: [
    home,
    {
      label: msg`With us`,
      destinations: [
        { path: '/offers', icon: IconLayoutList, label: msg`Our offers`, short: msg`Offers` },
        { ...applications, label: msg`Applicants` },
        rounds,
        { ...participations, label: msg`People with us`, short: msg`People` },
        outcomes,
      ],
    },
    { label: msg`Together`, destinations: [catalogue, organisations, agreements, resources, calendar, bookings] },
  ],
  evaluator: [
    home,
    { label: msg`Pipeline`, destinations: [evaluation, catalogue, rounds, outcomes] },
    { label: msg`Together`, destinations: [organisations] },
  ],
};

/** What somebody signed out may open. */
export const visitorDestinations: Destination[] = [catalogue, organisations, rounds];

/** The navigation of a role, before paths without a page are left out. */
export function destinationsOf(role: Role): DestinationGroup[] {
  switch (role) {
    case 'learner':
      return byRole.learner;
    case 'host_supervisor':
      return byRole.host;
    case 'evaluator':
      return byRole.evaluator;
    case 'coordinator':
    case 'network_administrator':
    case 'organisation_administrator':
    case 'teacher':
      return byRole.staff;
    default:
      return role satisfies never;
  }
}
