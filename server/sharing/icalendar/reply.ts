import type { ReplyView } from '@collegium/contract/sharing/calendars.ts';
import type { AttendeeAnswer } from '@collegium/contract/sharing/terms.ts';
import { change } from '../../platform/audit/change.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope, Scope } from '../../platform/scope.ts';
import { invitationSecret, isSameSecret } from './invitation-secret.ts';
import { readReply } from './read-reply.ts';

/**
 * Takes what a calendar program answered to an invitation. The secret in the organiser's address says who answers, so a
 * forged sender gains nothing. Throws invitation.reply_unreadable, invitation.not_found.
 */
export async function takeReply(scope: Scope, message: string): Promise<ReplyView> {
  const reply = readReply(message);
  if (!reply) throw new Problem('invitation.reply_unreadable');
  const { bookingId, secret, answer } = reply;
  const invited = await scope.db
    .selectFrom('booking_attendee')
    .select('person_id')
    .where('booking_id', '=', bookingId)
    .limit(200)
    .execute();
  const person = invited.find(({ person_id }) =>
    isSameSecret(invitationSecret(scope.config.secret, bookingId, person_id), secret),
  );
  if (!person) throw new Problem('invitation.not_found');
  return saveAnswer(scope, bookingId, person.person_id, answer);
}

/** Answers an invitation on the page. Throws invitation.not_found. */
export function answerInvitation(scope: MemberScope, bookingId: string, answer: AttendeeAnswer): Promise<ReplyView> {
  return saveAnswer(scope, bookingId, scope.actor.personId, answer);
}

async function saveAnswer(
  scope: Scope,
  bookingId: string,
  personId: string,
  answer: AttendeeAnswer,
): Promise<ReplyView> {
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('booking_attendee')
          .from('booking')
          .set({ answer, answered_at: scope.clock.now() })
          .whereRef('booking.id', '=', 'booking_attendee.booking_id')
          .where('booking_attendee.booking_id', '=', bookingId)
          .where('booking_attendee.person_id', '=', personId)
          .where('booking.state', 'in', ['requested', 'waiting', 'offered', 'confirmed'])
          .returning('booking_attendee.booking_id as id'),
      ),
    { action: 'invitation.answered', objectType: 'booking', details: { personId, answer } },
  );
  if (rows.length === 0) throw new Problem('invitation.not_found');
  return { bookingId, answer };
}
