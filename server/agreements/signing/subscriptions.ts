import type { NotificationKind } from '@collegium/contract/notification-words.ts';
import { sql } from 'kysely';
import type { AuditEventRow, Subscription } from '../../platform/events/subscription.ts';
import type { Scope } from '../../platform/scope.ts';
import { askSignatory, askWhoseTurnItIs } from './ask.ts';
import { sealWhenComplete } from './seal-version.ts';
import { tellMembers } from './tell.ts';

/** What follows from each step of signing: the next are asked, the last one seals, the others hear of it. */
export const signingSubscriptions: readonly Subscription[] = [
  ...['agreement.signing_started', 'agreement.signatory_replaced', 'agreement.link_asked'].map((action) => ({
    action,
    name: 'ask whose turn it is',
    handle: (scope: Scope, event: AuditEventRow) => askWhoseTurnItIs(scope, event, versionOf(event)),
  })),
  ...['agreement.signed', 'agreement.document_confirmed'].map((action) => ({
    action,
    name: 'ask who is next, or seal',
    handle: async (scope: Scope, event: AuditEventRow) => {
      const isSealed = await sealWhenComplete(scope, versionOf(event));
      if (!isSealed) await askWhoseTurnItIs(scope, event, versionOf(event));
    },
  })),
  {
    action: 'agreement.signature_reminded',
    name: 'remind of a signature',
    handle: (scope, event) => askSignatory(scope, event, textOf(event, 'signatoryId'), { isReminder: true }),
  },
  ...(['agreement.signature_declined', 'agreement.sealed', 'agreement.document_brought'] as const).map((action) => ({
    action,
    name: 'tell the parties',
    handle: (scope: Scope, event: AuditEventRow) => tellParties(scope, event, action),
  })),
];

function versionOf(event: AuditEventRow): string {
  return textOf(event, 'versionId');
}

function textOf(event: AuditEventRow, name: string): string {
  const value = event.details[name];
  return typeof value === 'string' ? value : '';
}

/** Those who started the signing, who are responsible for the agreement, and who sign. */
async function tellParties(scope: Scope, event: AuditEventRow, kind: NotificationKind): Promise<void> {
  const versionId = versionOf(event);
  const row = await scope.db
    .selectFrom('agreement_version')
    .innerJoin('agreement_signing as signing', 'signing.agreement_version_id', 'agreement_version.id')
    .leftJoin('organisation', (join) =>
      join.on('organisation.id', '=', (event.details['organisationId'] ?? null) as string | null),
    )
    .select(['agreement_version.agreement_id', 'agreement_version.terms', 'signing.due_on', 'organisation.name'])
    .select((eb) =>
      sql<string[]>`array(${eb
        .selectFrom('agreement_signatory')
        .select('agreement_signatory.person_id')
        .where('agreement_signatory.agreement_version_id', '=', versionId)
        .where('agreement_signatory.person_id', 'is not', null)
        .unionAll(
          eb
            .selectFrom('agreement_party')
            .select('agreement_party.responsible_id as person_id')
            .whereRef('agreement_party.agreement_id', '=', 'agreement_version.agreement_id')
            .where('agreement_party.responsible_id', 'is not', null),
        )
        .unionAll(
          eb
            .selectFrom('agreement_signing')
            .select('started_by as person_id')
            .where('agreement_version_id', '=', versionId),
        )})`.as('people'),
    )
    .where('agreement_version.id', '=', versionId)
    .executeTakeFirst();
  if (!row) return;
  await tellMembers(scope, event, kind, {
    agreementId: row.agreement_id,
    title: row.terms.title,
    organisation: row.name ?? '',
    date: row.due_on,
    personIds: row.people,
    path: `/agreements/${row.agreement_id}`,
  });
}
