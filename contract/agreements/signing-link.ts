import { Type, type Static } from 'typebox';
import { LocalisedText } from '../localised-text.ts';
import { Day, Instant, OneOf, Reason } from '../schema.ts';
import { AgreementRecord, RecordHash } from './record.ts';
import { Office } from './signing.ts';

const token = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });

/** The secret of a link; sent in the body, since addresses are logged. */
export const LinkInput = Type.Object({ token }, { additionalProperties: false });
export type LinkInput = Static<typeof LinkInput>;

const code = Type.String({ pattern: '^[0-9]{6}$', description: 'Mailed when asked for; within five minutes' });

export const LinkSignInput = Type.Object(
  { token, code, hash: RecordHash, office: Office, language: OneOf(['en', 'zh-CN']) },
  { additionalProperties: false },
);
export type LinkSignInput = Static<typeof LinkSignInput>;

export const LinkDeclineInput = Type.Object({ token, code, reason: Reason }, { additionalProperties: false });
export type LinkDeclineInput = Static<typeof LinkDeclineInput>;

/** What somebody reads who came by a link. The address is shown in part: it says where the code goes. */
export const LinkView = Type.Object({
  name: Type.String(),
  office: Type.String(),
  address: Type.String(),
  kind: OneOf(['signatory', 'witness']),
  organisation: Type.String(),
  title: LocalisedText,
  hash: RecordHash,
  record: AgreementRecord,
  dueOn: Day,
  expiresAt: Instant,
});
export type LinkView = Static<typeof LinkView>;

export const CodeSent = Type.Object({ address: Type.String(), expiresAt: Instant });
export type CodeSent = Static<typeof CodeSent>;
export const LinkSigned = Type.Object({ signedAt: Instant, checkCode: Type.String() });
export type LinkSigned = Static<typeof LinkSigned>;
export const LinkDeclined = Type.Object({ declinedAt: Instant });
export type LinkDeclined = Static<typeof LinkDeclined>;
