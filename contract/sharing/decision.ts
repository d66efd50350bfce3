import { Type, type Static } from 'typebox';
import { Id, OneOf } from '../schema.ts';

/** How far one partner had used its share when requests competed. */
export const ShareStanding = Type.Object({
  organisationId: Id,
  name: Type.String(),
  promisedMinutes: Type.Integer({ description: '0: no share was promised' }),
  usedMinutes: Type.Integer(),
  isHolder: Type.Boolean({ description: 'The organisation of this booking' }),
});
export type ShareStanding = Static<typeof ShareStanding>;

/** Why a request among competing ones got its time or did not: who used least of its share goes first. */
export const BookingDecision = Type.Object({
  rule: OneOf(['fair_share']),
  isGranted: Type.Boolean(),
  standings: Type.Array(ShareStanding, { description: 'In the order in which they were served' }),
});
export type BookingDecision = Static<typeof BookingDecision>;
