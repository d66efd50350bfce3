import { AgreementCheck, AgreementFile } from '@collegium/contract/agreements/seal.ts';
import {
  CodeSent,
  LinkDeclined,
  LinkDeclineInput,
  LinkInput,
  LinkSigned,
  LinkSignInput,
  LinkView,
} from '@collegium/contract/agreements/signing-link.ts';
import {
  ConfirmationInput,
  DeclineInput,
  DelegatesInput,
  ElsewhereInput,
  ReplaceSignatoryInput,
  SignInput,
  SigningMoved,
  SigningView,
  StartSigningInput,
} from '@collegium/contract/agreements/signing.ts';
import { Id, OneOf } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { readSignInToken } from '../../platform/auth/sign-in-token.ts';
import { answerWithFile } from '../../platform/files/answer.ts';
import { publicRoute, route, type Route } from '../../platform/http/route.ts';
import { answerWithPdf } from '../document/answer-with-pdf.ts';
import { askForLink, nameDelegates, replaceSignatory } from './arrange.ts';
import { checkByCode, getAgreementFile } from './check.ts';
import { bringDocument, confirmDocument, getDocument } from './elsewhere.ts';
import { getSigning } from './get-signing.ts';
import { declineByLink, readLink, sendCode, signByLink } from './links.ts';
import { declineToSign, sign } from './sign.ts';
import { startSigning } from './start-signing.ts';

const ofAgreement = Type.Object({ agreementId: Id });
const ofVersion = Type.Object({ agreementId: Id, number: Type.Integer({ minimum: 1, maximum: 10_000 }) });
const ofSignatory = Type.Object({ signatoryId: Id });
const permission = 'agreement:sign';
const moved = { 200: SigningMoved };

export const signingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/agreements/:agreementId/signing',
    permission: 'agreement:read',
    summary: 'Who is to sign the version that all approved, and who did',
    params: ofAgreement,
    response: { 200: SigningView },
    handle: ({ scope, params }) => getSigning(scope, params.agreementId),
  }),
  route({
    method: 'POST',
    url: '/agreements/:agreementId/signing',
    permission,
    summary: 'Begin the signing of the version that all approved: who, in which order, until when',
    params: ofAgreement,
    body: StartSigningInput,
    response: moved,
    handle: ({ scope, params, body }) => startSigning(scope, params.agreementId, body),
  }),
  route({
    method: 'GET',
    url: '/agreements/:agreementId/versions/:number/file',
    permission: 'agreement:read',
    summary: 'The record of a version with its signatures and seal, to be checked elsewhere',
    params: ofVersion,
    response: { 200: AgreementFile },
    handle: ({ scope, params }) => getAgreementFile(scope, params.agreementId, params.number),
  }),
  route({
    method: 'GET',
    url: '/agreements/:agreementId/versions/:number/pdf',
    permission: 'agreement:read',
    summary: 'The version as an accessible PDF with its signature page, and its record attached',
    params: ofVersion,
    query: Type.Object({ language: Type.Optional(OneOf(['en', 'zh-CN'])) }),
    produces: 'application/pdf',
    response: { 200: Type.Any({ description: 'PDF/UA-1' }) },
    handle: async ({ scope, params, query, reply }) => {
      const file = await getAgreementFile(scope, params.agreementId, params.number);
      return answerWithPdf(scope, reply, file, query.language);
    },
  }),
  route({
    method: 'POST',
    url: '/signatories/:signatoryId/sign',
    permission,
    summary: 'Sign, within five minutes of signing in',
    params: ofSignatory,
    body: SignInput,
    response: moved,
    handle: ({ scope, params, body, request }) => {
      const signInToken = readSignInToken(request.headers.cookie, scope.config.secret);
      return sign(scope, params.signatoryId, { ...body, signInToken });
    },
  }),
  route({
    method: 'POST',
    url: '/signatories/:signatoryId/decline',
    permission,
    summary: 'Decline to sign, with a reason; the version goes back to negotiation',
    params: ofSignatory,
    body: DeclineInput,
    response: moved,
    handle: ({ scope, params, body }) => declineToSign(scope, params.signatoryId, body),
  }),
  route({
    method: 'POST',
    url: '/signatories/:signatoryId/replace',
    permission,
    summary: 'Name somebody else to sign in this place',
    params: ofSignatory,
    body: ReplaceSignatoryInput,
    response: moved,
    handle: ({ scope, params, body }) => replaceSignatory(scope, params.signatoryId, body),
  }),
  route({
    method: 'PUT',
    url: '/signatories/:signatoryId/delegates',
    permission,
    summary: 'Name who may sign in the person’s place',
    params: ofSignatory,
    body: DelegatesInput,
    response: moved,
    handle: ({ scope, params, body }) => nameDelegates(scope, params.signatoryId, body),
  }),
  route({
    method: 'POST',
    url: '/signatories/:signatoryId/link',
    permission,
    summary: 'Send somebody without an account a new link; the earlier one ends',
    params: ofSignatory,
    response: moved,
    handle: ({ scope, params }) => askForLink(scope, params.signatoryId),
  }),
  route({
    method: 'POST',
    url: '/signatories/:signatoryId/document',
    permission,
    summary: 'Bring a document that was signed elsewhere; it counts when another party confirms it',
    params: ofSignatory,
    body: ElsewhereInput,
    response: moved,
    handle: ({ scope, params, body }) => bringDocument(scope, params.signatoryId, body),
  }),
  route({
    method: 'GET',
    url: '/signatories/:signatoryId/document',
    permission,
    summary: 'The document that was brought for a signature',
    params: ofSignatory,
    response: { 200: Type.Any({ description: 'The bytes, as a download' }) },
    produces: 'application/octet-stream',
    handle: async ({ scope, params, reply }) =>
      answerWithFile(reply, scope.config, await getDocument(scope, params.signatoryId)),
  }),
  route({
    method: 'POST',
    url: '/signatories/:signatoryId/confirmation',
    permission,
    summary: 'Confirm, for another party than brought it, that a document is this signature; or refuse it',
    params: ofSignatory,
    body: ConfirmationInput,
    response: moved,
    handle: ({ scope, params, body }) => confirmDocument(scope, params.signatoryId, body),
  }),
  publicRoute({
    method: 'POST',
    url: '/signing-links/read',
    permission: 'agreement:sign_by_link',
    summary: 'What a link is for: the whole text, and who is to sign it',
    body: LinkInput,
    response: { 200: LinkView },
    handle: ({ scope, body }) => readLink(scope, body),
  }),
  publicRoute({
    method: 'POST',
    url: '/signing-links/code',
    permission: 'agreement:sign_by_link',
    summary: 'Mail a code to the address that the link was sent to',
    body: LinkInput,
    response: { 200: CodeSent },
    handle: ({ scope, body }) => sendCode(scope, body),
  }),
  publicRoute({
    method: 'POST',
    url: '/signing-links/sign',
    permission: 'agreement:sign_by_link',
    summary: 'Sign by a link, with the code that was mailed',
    body: LinkSignInput,
    response: { 200: LinkSigned },
    handle: ({ scope, body }) => signByLink(scope, body),
  }),
  publicRoute({
    method: 'POST',
    url: '/signing-links/decline',
    permission: 'agreement:sign_by_link',
    summary: 'Decline by a link, with the code that was mailed and a reason',
    body: LinkDeclineInput,
    response: { 200: LinkDeclined },
    handle: ({ scope, body }) => declineByLink(scope, body),
  }),
  publicRoute({
    method: 'GET',
    url: '/agreement-checks/:code',
    permission: 'agreement:check',
    summary: 'Check a document by the code on its signature page',
    params: Type.Object({ code: Type.String({ minLength: 16, maxLength: 40 }) }),
    response: { 200: AgreementCheck },
    handle: ({ scope, params }) => checkByCode(scope, params.code),
  }),
];
