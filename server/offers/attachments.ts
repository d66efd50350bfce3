import type { OfferView } from '@collegium/contract/offers.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import type { AnswerableFile } from '../platform/files/answer.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope, Scope } from '../platform/scope.ts';
import { dayOf } from './day.ts';
import { getOffer } from './offers.ts';
import { findAttachment, findAttaching } from './queries.ts';

/** More would bury the offer's own words. */
export const attachmentsAtMost = 20;

/** Shows an uploaded file of one's own organisation with its offer, last in order. Attaching twice changes nothing. */
export async function attachFile(scope: MemberScope, offerId: string, fileId: string): Promise<OfferView> {
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .insertInto('offer_attachment')
          .columns(['offer_id', 'file_id', 'position'])
          .expression((eb) => {
            const attached = eb.selectFrom('offer_attachment').where('offer_id', '=', offerId);
            return eb
              .selectFrom('offer')
              .innerJoin('file', 'file.organisation_id', 'offer.organisation_id')
              .select([
                'offer.id as offer_id',
                'file.id as file_id',
                sql<number>`${attached.select((all) => all.fn.coalesce(all.fn.max('position'), sql<number>`0`).as('last'))} + 1`.as(
                  'position',
                ),
              ])
              .where('offer.id', '=', offerId)
              .where('offer.organisation_id', '=', scope.actor.organisationId)
              .where('offer.state', '<>', 'withdrawn')
              .where('file.id', '=', fileId)
              .where(sql<boolean>`${attached.select((all) => all.fn.countAll().as('count'))} < ${attachmentsAtMost}`);
          })
          .onConflict((oc) => oc.columns(['offer_id', 'file_id']).doNothing())
          .returning('offer_id as id'),
      ),
    { action: 'offer.attached', objectType: 'offer', details: { fileId } },
  );
  if (rows.length === 0) await refuseAttaching(scope, offerId, fileId);
  return getOffer(scope, offerId);
}

/** Takes a file off its offer. Doing so twice changes nothing. */
export async function detachFile(scope: MemberScope, offerId: string, fileId: string): Promise<OfferView> {
  await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .deleteFrom('offer_attachment')
          .using('offer')
          .whereRef('offer.id', '=', 'offer_attachment.offer_id')
          .where('offer.id', '=', offerId)
          .where('offer.organisation_id', '=', scope.actor.organisationId)
          .where('offer.state', '<>', 'withdrawn')
          .where('offer_attachment.file_id', '=', fileId)
          .returning('offer_attachment.offer_id as id'),
      ),
    { action: 'offer.detached', objectType: 'offer', details: { fileId } },
  );
  const offer = await getOffer(scope, offerId);
  if (offer.provider.id !== scope.actor.organisationId) throw new Problem('offer.not_found');
  if (offer.state === 'withdrawn') throw new Problem('offer.already_withdrawn');
  return offer;
}

/** The file of an attachment, for whoever may see the offer. Throws file.not_found. */
export async function getAttachment(scope: Scope, offerId: string, fileId: string): Promise<AnswerableFile> {
  const day = dayOf(scope.clock.now());
  const file = await findAttachment(scope.db, scope.actor, { offerId, fileId, day });
  if (!file) throw new Problem('file.not_found');
  return file;
}

async function refuseAttaching(scope: MemberScope, offerId: string, fileId: string): Promise<void> {
  const standing = await findAttaching(scope.db, { offerId, fileId, organisationId: scope.actor.organisationId });
  if (!standing) throw new Problem('offer.not_found');
  if (standing.state === 'withdrawn') throw new Problem('offer.already_withdrawn');
  if (!standing.has_file) throw new Problem('file.not_found');
  if (!standing.is_attached) throw new Problem('offer.too_many_attachments', { limit: attachmentsAtMost });
}
