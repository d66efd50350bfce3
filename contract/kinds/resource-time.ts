import { Type, type Static } from 'typebox';
import { Id } from '../schema.ts';

/** What hours on a shared resource add to the common fields; how many hours a place has stands in `hours`. */
export const ResourceTimeDetails = Type.Object({
  kind: Type.Literal('resource_time'),
  resourceId: Type.Optional(Id),
});
export type ResourceTimeDetails = Static<typeof ResourceTimeDetails>;
