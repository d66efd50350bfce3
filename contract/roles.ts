/** What a membership makes of a person in an organisation. */
export const roles = [
  'network_administrator',
  'coordinator',
  'organisation_administrator',
  'teacher',
  'learner',
  'host_supervisor',
  'evaluator',
] as const;
export type Role = (typeof roles)[number];

/** Who sends a request: a role, somebody signed out (`visitor`), or the server itself (`system`: a deadline passed). */
export type ActorRole = Role | 'visitor' | 'system';
