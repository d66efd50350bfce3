import { sql } from 'kysely';
import { schemaOf } from '../platform/database/database.ts';
import type { AuditEventRow, Subscription } from '../platform/events/subscription.ts';
import type { Scope } from '../platform/scope.ts';
import { followAgreement } from './follow-agreement.ts';
import { addUpAnew } from './add-up-anew.ts';
import { refreshSources } from './refresh.ts';

/** What changes which promises hold, or between whom. */
const turnsOfAgreements = [
  'agreement.entered_into_force',
  'agreement.suspended',
  'agreement.resumed',
  'agreement.terminated',
  'agreement.expired',
  'agreement.renewed',
  'agreement.joined',
  'agreement.left',
  'agreement.party_merged',
];

/** What is counted, and so may move a figure. */
const counted = [
  'offer.published',
  'offer.changed',
  'offer.withdrawn',
  'participation.created',
  'participation.started',
  'participation.completed',
  'participation.ended_early',
  'participation.cancelled',
  'plan.proposed',
  'plan.approved',
  'plan.agreed',
  'booking.completed',
  'booking.finished',
  'booking.missed',
  'resource.created',
  'resource.changed',
  'resource.retired',
  'contribution.recorded',
  'contribution.countersigned',
  'contribution.withdrawn',
];

/** Figures follow from what happens. */
export const commitmentSubscriptions: readonly Subscription[] = [
  ...turnsOfAgreements.map((action) => ({
    action,
    name: 'follow the version in force with its promises',
    handle: (scope: Scope, event: AuditEventRow) => followAgreement(scope, event.object_id),
  })),
  ...counted.map((action) => ({
    action,
    name: 'count what changed',
    handle: async (scope: Scope, event: AuditEventRow) => {
      await refreshSources(scope, [event.object_id]);
    },
    handleMany: async (scope: Scope, events: readonly AuditEventRow[]) => {
      await refreshSources(
        scope,
        events.map(({ object_id }) => object_id),
      );
    },
  })),
  {
    action: 'dispute.accepted',
    name: 'leave the row out and judge the agreement anew',
    handle: (scope, event) => addUpAnew(scope, event.object_id),
  },
  {
    action: 'participation.created',
    name: 'note who gives and who takes',
    handle: (scope, event) => noteFlow(scope, event, 1),
  },
  {
    action: 'participation.cancelled',
    name: 'note who gives and who takes',
    handle: (scope, event) => noteFlow(scope, event, -1),
  },
];

/** Each event is heard exactly once, so a counter is enough. A place at home is nobody's gift. */
async function noteFlow(scope: Scope, event: AuditEventRow, places: 1 | -1): Promise<void> {
  const t = sql.raw(schemaOf(scope.network.slug));
  await sql`
    insert into ${t}.cooperation_flow as flow (provider_id, home_id, month, places)
    select provider_organisation_id, home_organisation_id, date_trunc('month', created_at at time zone 'UTC')::date, ${places}::int
    from ${t}.participation where id = ${event.object_id} and provider_organisation_id <> home_organisation_id
    on conflict (provider_id, home_id, month) do update set places = flow.places + excluded.places`.execute(scope.db);
}
