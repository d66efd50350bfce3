import { Type, type Static } from 'typebox';

/** What an exchange place adds to the common fields: a stay at a partner, under its conditions. */
export const ExchangePlaceDetails = Type.Object({
  kind: Type.Literal('exchange_place'),
  terms: Type.Optional(Type.Integer({ minimum: 1, maximum: 6, description: 'Length of the stay in terms' })),
  tuitionWaived: Type.Optional(Type.Boolean()),
  conditions: Type.Optional(Type.String({ maxLength: 10_000, description: 'Conditions in the partner’s own words' })),
  excludedFields: Type.Optional(
    Type.String({ maxLength: 5_000, description: 'Fields of study that the partner does not take, in its own words' }),
  ),
});
export type ExchangePlaceDetails = Static<typeof ExchangePlaceDetails>;
