import { Type, type Static } from 'typebox';
import { Id } from '../schema.ts';

/** Part of a name, at least two characters of it, or a whole mail address. */
export const GuestQuery = Type.Object({ words: Type.String({ minLength: 2, maxLength: 254 }) });
export type GuestQuery = Static<typeof GuestQuery>;

/** People whom the reader may invite to a booking, at most twenty: their names and nothing else. */
export const GuestList = Type.Object({ items: Type.Array(Type.Object({ personId: Id, name: Type.String() })) });
export type GuestList = Static<typeof GuestList>;
