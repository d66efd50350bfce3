import type { Permission } from '@collegium/contract/permissions';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { IconCalendarSearch, IconPlus, IconSettings, type Icon } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';

/** Something to do that begins on a page of its own. It is offered once a page is registered at its path, to who has the permission. */
export interface Command {
  path: string;
  permission?: Permission;
  /** It begins a record: an offer, a round, an agreement. */
  isBeginning?: true;
  icon: Icon;
  label: MessageDescriptor;
  description: MessageDescriptor;
}

const commands: Command[] = [
  {
    path: '/offers/new',
    permission: 'offer:create',
    isBeginning: true,
    icon: IconPlus,
    label: msg`Publish an offer`,
    description: msg`Course, internship, exchange place`,
  },
  {
    path: '/rounds/new',
    permission: 'round:create',
    isBeginning: true,
    icon: IconPlus,
    label: msg`Open an allocation round`,
    description: msg`Collect offers and learners, then allocate`,
  },
  {
    path: '/agreements/new',
    permission: 'agreement:create',
    isBeginning: true,
    icon: IconPlus,
    label: msg`Begin an agreement`,
    description: msg`From a template, between any number of parties`,
  },
  {
    path: '/resources/new',
    permission: 'resource:change',
    isBeginning: true,
    icon: IconPlus,
    label: msg`Share a resource`,
    description: msg`Laboratory, equipment, room, somebody’s hours`,
  },
  {
    path: '/calendar/find',
    permission: 'booking:make',
    icon: IconCalendarSearch,
    label: msg`Find a time`,
    description: msg`For a resource, together with other people`,
  },
  {
    path: '/settings',
    icon: IconSettings,
    label: msg`Change language or colours`,
    description: msg`For you, on this device`,
  },
];

/** The commands whose page exists and that the reader may give. */
export function useCommands(): Command[] {
  const { permissions } = useSession();
  const paths = new Set<string>(Object.keys(useRouter().routesByPath));
  return commands.filter(
    ({ path, permission }) => paths.has(path) && (permission === undefined || permissions.includes(permission)),
  );
}
