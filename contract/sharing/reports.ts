import { Type, type Static } from 'typebox';
import { LocalisedText } from '../localised-text.ts';
import { Day, Id, Nullable } from '../schema.ts';

/** From first to last day, both included, in the time zone of the network. */
export const UseQuery = Type.Object({ from: Day, until: Day, organisationId: Type.Optional(Id) });
export type UseQuery = Static<typeof UseQuery>;

/** What was promised by the hour and what was used. People are counted in groups; small ones are hidden. */
export const UseReport = Type.Object({
  resources: Type.Array(
    Type.Object({
      id: Id,
      name: LocalisedText,
      ownerName: Type.String(),
      openMinutes: Type.Integer({ description: 'Open time of all items on the days on which it was in service' }),
      idleMinutes: Type.Integer({
        description: 'Open and neither booked, asked for, offered nor kept for maintenance',
      }),
      bookedMinutes: Type.Integer(),
      usedMinutes: Type.Integer({ description: 'Between check-in and finish; the booked time where nobody checks in' }),
      missedMinutes: Type.Integer(),
      utilisation: Nullable(Type.Number({ description: 'Booked by open time' })),
      people: Nullable(Type.Integer({ description: 'null: too few to be shown' })),
      bookings: Nullable(Type.Integer()),
      revenue: Type.Array(Type.Object({ amountMinor: Type.Integer(), currency: Type.String() })),
    }),
  ),
});
export type UseReport = Static<typeof UseReport>;

/** Between two partners: minutes given, received, and promised in the period. */
export const BalanceReport = Type.Object({
  partners: Type.Array(
    Type.Object({
      organisationId: Id,
      name: Type.String(),
      givenMinutes: Type.Integer(),
      receivedMinutes: Type.Integer(),
      promisedMinutes: Type.Integer({ description: 'To them' }),
      promisedToUsMinutes: Type.Integer(),
    }),
  ),
});
export type BalanceReport = Static<typeof BalanceReport>;
