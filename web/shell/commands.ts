import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { IconPlus, IconSettings, type Icon } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';

/** Something to do that begins on a page of its own. It is offered once a page is registered at its path. */
export interface Command {
  path: string;
  icon: Icon;
  label: MessageDescriptor;
  description: MessageDescriptor;
}

const commands: Command[] = [
  {
    path: '/offers/new',
    icon: IconPlus,
    label: msg`Publish an offer`,
    description: msg`Course, internship, exchange place`,
  },
  {
    path: '/rounds/new',
    icon: IconPlus,
    label: msg`Open an allocation round`,
    description: msg`Collect offers and learners, then allocate`,
  },
  {
    path: '/settings',
    icon: IconSettings,
    label: msg`Change language or colours`,
    description: msg`For you, on this device`,
  },
];

/** The commands whose page exists. */
export function useCommands(): Command[] {
  const paths = new Set<string>(Object.keys(useRouter().routesByPath));
  return commands.filter(({ path }) => paths.has(path));
}
