import { Type, type Static } from 'typebox';
import { Id, Nullable } from '../schema.ts';

/** A file that another system wrote, with its bytes as base64: what its encoding is, it says itself. */
const IiaFile = Type.String({ contentEncoding: 'base64', minLength: 4, maxLength: 7_100_000 });
/** Organisations by the code of the institution, where the register does not tell. */
const Organisations = Type.Record(Type.String({ minLength: 1, maxLength: 200 }), Id, { maxProperties: 50 });

export const IiaPreviewInput = Type.Object({ file: IiaFile }, { additionalProperties: false });
export type IiaPreviewInput = Static<typeof IiaPreviewInput>;

export const IiaImportInput = Type.Object(
  {
    file: IiaFile,
    number: Type.Integer({ minimum: 1, maximum: 1_000, description: 'Which agreement of the file' }),
    organisations: Type.Optional(Organisations),
  },
  { additionalProperties: false },
);
export type IiaImportInput = Static<typeof IiaImportInput>;

/** An agreement in a file, before anything is begun. */
export const IiaPreview = Type.Object({
  partners: Type.Array(
    Type.Object({
      code: Type.String(),
      theirNumber: Nullable(Type.String()),
      organisation: Nullable(Type.Object({ id: Id, name: Type.String() })),
    }),
  ),
  inEffect: Type.Boolean(),
  mobilities: Type.Array(
    Type.Object({
      isStaff: Type.Boolean(),
      fromCode: Type.String(),
      toCode: Type.String(),
      peopleAYear: Type.Integer(),
      firstYear: Type.String(),
      lastYear: Type.String(),
    }),
  ),
  begun: Type.Array(Type.Object({ id: Id, reference: Type.String() }), {
    description: 'Agreements that the reader sees and that were begun from one of the same numbers before',
  }),
  refusal: Nullable(Type.String({ description: 'Why no agreement can be begun from it' })),
});
export type IiaPreview = Static<typeof IiaPreview>;
export const IiaPreviewList = Type.Object({ items: Type.Array(IiaPreview) });
export type IiaPreviewList = Static<typeof IiaPreviewList>;
