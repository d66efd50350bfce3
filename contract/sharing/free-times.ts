import { Type, type Static } from 'typebox';
import { LocalisedText } from '../localised-text.ts';
import { Id, Instant, Nullable, OneOf } from '../schema.ts';
import { resourceKinds } from './terms.ts';

/** Find a time: any of these resources (or of a kind, within a radius), so long, together with people. */
export const FreeTimesInput = Type.Object({
  resourceIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true })),
  kind: Type.Optional(OneOf(resourceKinds)),
  near: Type.Optional(
    Type.Object({
      latitude: Type.Number({ minimum: -90, maximum: 90 }),
      longitude: Type.Number({ minimum: -180, maximum: 180 }),
      kilometres: Type.Number({ exclusiveMinimum: 0, maximum: 20_000 }),
    }),
  ),
  minutes: Type.Integer({ minimum: 5, maximum: 10_080 }),
  quantity: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
  from: Instant,
  until: Instant,
  personIds: Type.Optional(Type.Array(Id, { maxItems: 20, uniqueItems: true })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
});
export type FreeTimesInput = Static<typeof FreeTimesInput>;

/** The earliest time at which each resource can be had, the soonest first. */
export const FreeTimesView = Type.Object({
  items: Type.Array(
    Type.Object({
      resourceId: Id,
      name: LocalisedText,
      ownerName: Type.String(),
      city: Nullable(Type.String()),
      timeZone: Type.String(),
      kilometres: Nullable(Type.Number()),
      startsAt: Type.String(),
      endsAt: Type.String(),
    }),
  ),
});
export type FreeTimesView = Static<typeof FreeTimesView>;
