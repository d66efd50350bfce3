import { Type, type Static } from 'typebox';

/** What a course adds to the common fields. */
export const CourseDetails = Type.Object({
  kind: Type.Literal('course'),
  learningOutcomes: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 1_000 }), { maxItems: 50 })),
  assessment: Type.Optional(Type.String({ maxLength: 2_000 })),
  prerequisites: Type.Optional(Type.String({ maxLength: 2_000 })),
});
export type CourseDetails = Static<typeof CourseDetails>;
