import { permissions, type Permission } from '../../../contract/permissions.ts';
import { roles, type ActorRole } from '../../../contract/roles.ts';
import { table } from './table.ts';

const columns: readonly ActorRole[] = ['visitor', ...roles];

const heading = `# Who may do what

Made from \`contract/permissions.ts\` by \`npm run generate\`; do not edit. A test asks every route of the interface with every role,
signed out, and from an organisation that has nothing to do with the record, and compares the answers with this table.

Two keys open a record. The first is the role: ● in the table. The second is _reach_: on what that role may act, decided
on the record by the policy of its capability. A permission counts for the membership that one acts under at the moment.
Where either key is missing, the answer is the same as for a record that does not exist. Somebody signed out is asked to sign in.

Short names in the table: ${columns.map((role) => `**${markOf(role)}** ${nameOf(role)}`).join(', ')}.
`;

/** `docs/permissions.md`: noun by noun, roles as columns, reach in words. */
export function permissionsDocument(): string {
  const nouns = [...new Set(Object.keys(permissions).map(nounOf))];
  return [heading, ...nouns.map(section)].join('\n');
}

function section(noun: string): string {
  const names = Object.keys(permissions).filter((name) => nounOf(name) === noun) as Permission[];
  const rows = names.map((name) => {
    const allowed: readonly ActorRole[] = permissions[name].roles;
    const marks = columns.map((role) => (allowed.includes(role) ? '●' : ''));
    return [`\`${name}\``, ...marks, permissions[name].reach];
  });
  const title = noun.charAt(0).toUpperCase() + noun.slice(1);
  return `## ${title}\n\n${table(['Permission', ...columns.map(markOf), 'Reach'], rows)}\n`;
}

function nounOf(permission: string): string {
  return permission.split(':')[0] ?? permission;
}

function nameOf(role: ActorRole): string {
  return role === 'visitor' ? 'signed out' : role.replaceAll('_', ' ');
}

/** The first letters of the words, for narrow columns. */
function markOf(role: ActorRole): string {
  return role === 'visitor'
    ? '–'
    : role
        .split('_')
        .map((word) => word.charAt(0).toUpperCase())
        .join('');
}
