import { participationMachine } from '@collegium/contract/states/participation.ts';
import type { Scope } from '../platform/scope.ts';
import { manyAtMost, moveMany } from './move-many.ts';

/**
 * Cancels what had not begun because its application or its offer was withdrawn. What is in progress stays: it is
 * ended early by the people in it. The reason is the withdrawal's own; empty when none was given.
 */
export async function cancelParticipations(
  scope: Scope,
  because: { applicationId: string } | { offerId: string },
  reason: string | null,
): Promise<void> {
  for (;;) {
    const rows = await scope.db
      .selectFrom('participation')
      .select('id')
      .where('state', 'in', [...participationMachine.moves.cancel.from])
      .$if('applicationId' in because, (q) =>
        q.where('application_id', '=', 'applicationId' in because ? because.applicationId : ''),
      )
      .$if('offerId' in because, (q) => q.where('offer_id', '=', 'offerId' in because ? because.offerId : ''))
      .orderBy('id')
      .limit(manyAtMost)
      .execute();
    await moveMany(
      scope,
      rows.map((row) => row.id),
      {
        move: 'cancel',
        action: 'participation.cancelled',
        reason,
        columns: { ended_at: scope.clock.now(), end_reason: reason ?? '' },
      },
    );
    if (rows.length < manyAtMost) return;
  }
}
