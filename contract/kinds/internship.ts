import { Type, type Static } from 'typebox';

/** What an internship adds to the common fields. Money is in minor units of an ISO 4217 currency. */
export const InternshipDetails = Type.Object({
  kind: Type.Literal('internship'),
  hoursPerWeek: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 60 })),
  payMinorPerMonth: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000_000 })),
  currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
  tasks: Type.Optional(Type.String({ maxLength: 5_000 })),
});
export type InternshipDetails = Static<typeof InternshipDetails>;
