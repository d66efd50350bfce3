import type { ActorRole, Role } from './roles.ts';

const everyone = [
  'visitor',
  'network_administrator',
  'coordinator',
  'organisation_administrator',
  'teacher',
  'learner',
  'host_supervisor',
  'evaluator',
] as const satisfies readonly ActorRole[];
const members = everyone.slice(1) as Role[];
const providers = ['coordinator', 'organisation_administrator', 'teacher', 'host_supervisor'] as const;
const staff = ['network_administrator', 'coordinator', 'organisation_administrator'] as const;

/**
 * The closed list of permissions: which roles may ask at all, and on what they may act.
 * A role is the first key; `reach` says in words what the second is, and each capability's policy proves it on the record.
 * Not allowed reads as not found. `docs/permissions.md` is made from this table, and a test walks every route with it.
 */
export const permissions = {
  'session:read': { roles: everyone, reach: 'oneself' },
  'session:act_as': { roles: members, reach: 'own memberships' },
  'account:sample_sign_in': { roles: everyone, reach: 'the sample network alone' },
  'search:read': { roles: everyone, reach: 'what the reader may see' },

  'organisation:read': { roles: everyone, reach: 'the whole network' },
  'organisation:create': { roles: ['network_administrator'], reach: 'the whole network' },
  'organisation:change': {
    roles: ['network_administrator', 'organisation_administrator'],
    reach: 'own organisation; administrators of the network: all',
  },
  'organisation:merge': { roles: ['network_administrator'], reach: 'the whole network' },
  'organisation:archive': { roles: ['network_administrator'], reach: 'the whole network' },
  'person:read': {
    roles: ['network_administrator', 'coordinator', 'organisation_administrator', 'teacher', 'host_supervisor'],
    reach: 'members of own organisation; administrators of the network: all',
  },
  'person:invite': {
    roles: ['network_administrator', 'organisation_administrator'],
    reach: 'own organisation; administrators of the network: all',
  },
  'membership:end': {
    roles: ['network_administrator', 'organisation_administrator'],
    reach: 'own organisation; administrators of the network: all',
  },
  'profile:change': { roles: members, reach: 'oneself' },
  'partnership:read': {
    roles: members,
    reach: 'partnerships of own organisation, and what the others show; administrators of the network: all',
  },
  'partnership:visit': { roles: everyone, reach: 'members: everything; others: what the partners chose to show' },
  'partnership:join': {
    roles: ['coordinator', 'organisation_administrator'],
    reach: 'for own organisation: open partnerships, and those to which it is invited',
  },
  'interest:change': { roles: ['coordinator', 'organisation_administrator'], reach: 'own organisation' },
  'partnership:change': {
    roles: ['network_administrator', 'coordinator', 'organisation_administrator'],
    reach: 'partnerships of own organisation; administrators of the network: all',
  },
  'agreement:read': {
    roles: providers,
    reach:
      'agreements to which own organisation is or was a party, or is invited to join; those to which one is invited',
  },
  'agreement:create': { roles: ['coordinator', 'organisation_administrator'], reach: 'own organisation' },
  'agreement:change': {
    roles: providers,
    reach: 'agreements of own organisation: coordinators and its administrators; others, where they are invited',
  },
  'agreement:approve': {
    roles: providers,
    reach: 'for own organisation, in the step of its review for which one is named or which one’s role decides',
  },
  'agreement:sign': {
    roles: providers,
    reach: 'for own organisation, as its administrator or as a named signatory',
  },
  'agreement:sign_by_link': { roles: everyone, reach: 'the one agreement and signature that the link is for' },
  'agreement:check': { roles: everyone, reach: 'the document whose code one has' },
  'agreement:subscribe': { roles: everyone, reach: 'whoever has the secret address: what its owner may read' },
  'agreement:decide': {
    roles: ['coordinator', 'organisation_administrator'],
    reach: 'agreements in force to which own organisation is a party',
  },
  'agreement_template:change': {
    roles: ['coordinator', 'organisation_administrator'],
    reach: 'templates and clauses of own organisation',
  },
  'commitment:record': { roles: providers, reach: 'promises of own organisation in agreements that bind it' },
  'commitment:dispute': {
    roles: ['coordinator', 'organisation_administrator'],
    reach: 'promises by and to own organisation in agreements that bind it',
  },
  'grant:read': { roles: members, reach: 'own data: what clauses open about oneself, and who looked' },
  'grant:use': { roles: providers, reach: 'learners whose data a clause in force opens to own organisation' },
  'setting:read': { roles: members, reach: 'the network' },
  'setting:change': { roles: ['network_administrator'], reach: 'the network' },
  'audit:read': { roles: staff, reach: 'events of own organisation; administrators of the network: all' },
  'seal:read': { roles: everyone, reach: 'public keys and the latest checkpoint' },
  'account:read': { roles: members, reach: 'oneself' },
  'account:change': { roles: members, reach: 'oneself' },
  'saved_search:keep': { roles: members, reach: 'own' },
  'token:manage': { roles: members, reach: 'own tokens' },
  'file:create': { roles: providers, reach: 'own organisation' },

  'offer:read': {
    roles: everyone,
    reach: 'published offers whose audience includes the reader; drafts of own organisation',
  },
  'offer:create': { roles: providers, reach: 'own organisation' },
  'offer:change': { roles: providers, reach: 'own organisation' },
  'offer:publish': { roles: providers, reach: 'own organisation' },
  'offer:withdraw': { roles: providers, reach: 'own organisation' },

  'application:create': {
    roles: ['learner'],
    reach: 'oneself, for offers whose audience includes the home organisation',
  },
  'application:read': {
    roles: ['learner', 'coordinator', 'organisation_administrator', 'teacher', 'host_supervisor'],
    reach: 'own; those of own learners; those for offers of own organisation',
  },
  'application:change': { roles: ['learner'], reach: 'own' },
  'application:withdraw': { roles: ['learner'], reach: 'own' },
  'application:respond': { roles: ['learner'], reach: 'own' },

  'round:read': {
    roles: everyone,
    reach: 'rounds in which the reader, the reader’s organisation or its offers take part; published proofs: everybody',
  },
  'round:create': { roles: ['coordinator'], reach: 'own organisation' },
  'round:change': {
    roles: ['coordinator'],
    reach: 'own organisation; offers and learners of organisations that share a partnership with it',
  },
  'round:open': { roles: ['coordinator'], reach: 'own organisation' },
  'round:run': { roles: ['coordinator'], reach: 'own organisation' },
  'round:place': { roles: ['coordinator'], reach: 'own organisation' },
  'round:publish': { roles: ['coordinator'], reach: 'own organisation' },
  'round:cancel': { roles: ['coordinator'], reach: 'own organisation' },
  'ranking:change': { roles: providers, reach: 'offers of own organisation in a round' },

  'participation:read': {
    roles: ['learner', 'coordinator', 'organisation_administrator', 'teacher', 'host_supervisor'],
    reach: 'own; those at the home and the providing organisation',
  },
  'plan:propose': { roles: ['learner', ...providers], reach: 'own; those at the home and the providing organisation' },
  'plan:approve': { roles: ['learner', ...providers], reach: 'one’s own party: learner, provider or home' },
  'journal:write': { roles: ['learner'], reach: 'own' },
  'journal:confirm': { roles: providers, reach: 'participations at own organisation as provider' },
  'participation:end': {
    roles: ['learner', ...providers],
    reach: 'own; those at the home and the providing organisation',
  },
  'participation:complete': { roles: providers, reach: 'participations at own organisation as provider' },

  'outcome:read': {
    roles: ['learner', 'coordinator', 'organisation_administrator', 'teacher', 'host_supervisor'],
    reach: 'own; those at the home and the providing organisation',
  },
  'outcome:assess': { roles: providers, reach: 'participations at own organisation as provider' },
  'outcome:countersign': { roles: ['learner'], reach: 'own' },
  'outcome:recognise': {
    roles: ['coordinator', 'organisation_administrator', 'teacher'],
    reach: 'participations of own learners',
  },

  'resource:read': {
    roles: everyone,
    reach: 'resources whose audience includes the reader; all of own organisation',
  },
  'resource:create': { roles: providers, reach: 'own organisation' },
  'resource:change': { roles: providers, reach: 'own organisation' },
  'booking:make': { roles: members, reach: 'oneself, on resources whose audience includes own organisation' },
  'booking:invite': {
    roles: members,
    reach:
      'by name: people of own organisation, of offers in which one takes part, and those who supervise one or are supervised; by whole mail address: members of any organisation; names only',
  },
  'booking:read': {
    roles: members,
    reach: 'own and those one is invited to; staff: those of own organisation and those of its resources',
  },
  'booking:change': { roles: members, reach: 'own; staff: those of resources of own organisation' },
  'booking:decide': { roles: providers, reach: 'one’s own side: the holder’s organisation or the owner' },
  'passport:read': { roles: members, reach: 'own; staff: those of own people and those for own qualifications' },
  'passport:issue': { roles: providers, reach: 'qualifications of own organisation' },
  'sharing:report': {
    roles: ['evaluator', 'coordinator', 'organisation_administrator', 'network_administrator'],
    reach: 'evaluators and administrators of the network: all; others: own organisation',
  },

  'evaluation:read': {
    roles: ['evaluator', 'coordinator', 'organisation_administrator', 'network_administrator'],
    reach: 'evaluators and administrators of the network: all; others: own organisation',
  },
  'notification:read': { roles: members, reach: 'own' },
  'today:read': { roles: members, reach: 'own' },
  'feed:read': { roles: everyone, reach: 'whoever knows the secret address of a feed' },
  'feed:manage': { roles: members, reach: 'own feeds, of resources that the reader may see' },
  'outside_calendar:manage': { roles: members, reach: 'own calendars' },
  'invitation:reply': { roles: everyone, reach: 'invitations whose secret the answer carries' },
  'import:read': { roles: ['network_administrator'], reach: 'the network' },
  'import:create': { roles: ['network_administrator'], reach: 'the network' },
} as const satisfies Record<string, { roles: readonly ActorRole[]; reach: string }>;

export type Permission = keyof typeof permissions;

/** Whether the role may use the permission at all: the first key. */
export function roleHas(role: ActorRole, permission: Permission): boolean {
  const allowed: readonly ActorRole[] = permissions[permission].roles;
  return role === 'system' || allowed.includes(role);
}
