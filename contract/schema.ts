import { Type, type Static, type TSchema } from 'typebox';
import { LocalisedText } from './localised-text.ts';

/** UUID. */
export const Id = Type.String({ format: 'uuid' });
/** An instant, RFC 3339 with offset or Z. */
export const Instant = Type.String({ format: 'date-time' });
/** What a `Moment` looks like. */
export const momentPattern =
  '^(?!0000|9999)[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:00(\\.000)?)?(Z|[+-][0-9]{2}:[0-9]{2})?$';
/** A wall clock's reading at a place, `2026-10-25T02:30`, or an instant with its offset; to the minute, years 0001 to 9998. */
export const Moment = Type.String({ pattern: momentPattern });
/** A calendar date, YYYY-MM-DD. */
export const Day = Type.String({ format: 'date' });
/** An IANA time zone, for instance Europe/Paris; whether it exists is checked by the verb. */
export const TimeZone = Type.String({ pattern: '^[A-Za-z0-9_+/-]{1,60}$' });
/** A reason that those concerned read. */
export const Reason = Type.String({ minLength: 3, maxLength: 2_000 });
/** Year, or year and season: `2027-spring`. */
export const Term = Type.String({ pattern: '^[0-9]{4}(-(spring|summer|autumn|winter))?$' });
/** A text per language of which at least one is given. */
export const RequiredText = Type.Unsafe<LocalisedText>({ ...LocalisedText, minProperties: 1 });

/** A value or null. */
export function Nullable<T extends TSchema>(schema: T) {
  return Type.Unsafe<Static<T> | null>({
    ...schema,
    nullable: true,
    type: nullableType(schema),
    ...nullableEnum(schema),
  });
}

function nullableType(schema: TSchema): unknown {
  if (!('type' in schema)) return 'enum' in schema ? ['string', 'null'] : undefined;
  return [schema.type, 'null'];
}

function nullableEnum(schema: TSchema): object {
  return 'enum' in schema && Array.isArray(schema.enum) ? { enum: [...schema.enum, null] } : {};
}

/** One page of a list; `next` is the cursor of the following page, null on the last. */
export function Page<T extends TSchema>(item: T) {
  return Type.Object({ items: Type.Array(item), next: Nullable(Type.String()) });
}

/** Query parameters of every paged list. */
export const pageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 4_000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 30 })),
};

/** Enumerated strings. */
export function OneOf<const T extends readonly string[]>(values: T) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...values] });
}

/** What the actor may do next with a record: the closed list of abilities of a view, each true or false. */
export function Abilities<const T extends readonly string[]>(names: T) {
  return Type.Object(
    Object.fromEntries(names.map((name) => [name, Type.Boolean()])) as Record<
      T[number],
      ReturnType<typeof Type.Boolean>
    >,
  );
}
