import { Type, type Static } from 'typebox';
import { LocalisedText } from '../localised-text.ts';
import { Abilities, Day, Id, OneOf, RequiredText } from '../schema.ts';
import { circles } from './terms.ts';

/** From first to last day, both included, at the place. */
export const IdleQuery = Type.Object({ from: Day, until: Day });
export type IdleQuery = Static<typeof IdleQuery>;

/** What of a resource is open and not yet held, nor offered. */
export const IdleView = Type.Object({
  openMinutes: Type.Integer({ description: 'Open time of all items' }),
  heldMinutes: Type.Integer(),
  offeredMinutes: Type.Integer({ description: 'In published offers of its hours that run in these days' }),
  idleMinutes: Type.Integer(),
  agreements: Type.Array(Type.Object({ id: Id, title: LocalisedText }), {
    description: 'Named agreements that open a resource for partners now: its hours are offered to the parties of one',
  }),
  abilities: Abilities(['offer']),
});
export type IdleView = Static<typeof IdleView>;

/** So many places of so many hours, first come, as an offer of the network. */
export const IdleOfferInput = Type.Object({
  ...IdleQuery.properties,
  title: RequiredText,
  hoursPerPlace: Type.Number({ minimum: 0.25, maximum: 1_000 }),
  places: Type.Integer({ minimum: 1, maximum: 1_000 }),
  audience: Type.Optional(OneOf(circles)),
  agreementId: Type.Optional(Id),
});
export type IdleOfferInput = Static<typeof IdleOfferInput>;

export const IdleOfferView = Type.Object({ offerId: Id });
export type IdleOfferView = Static<typeof IdleOfferView>;
