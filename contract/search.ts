import { Type, type Static } from 'typebox';

export const SearchQuery = Type.Object({ q: Type.Optional(Type.String({ maxLength: 200 })) });

/** What the command palette finds, and what waits for the reader. `path` is below the network's prefix. */
export const SearchView = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      detail: Type.String(),
      path: Type.String(),
      isWaiting: Type.Boolean(),
    }),
  ),
});
export type SearchView = Static<typeof SearchView>;
