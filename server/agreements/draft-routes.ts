import { Clause, ClauseKey } from '@collegium/contract/agreements/clause.ts';
import { CommentInput, CommentPage, CommentView, ResolutionInput } from '@collegium/contract/agreements/comments.ts';
import { ClauseAddition, ClauseOrder, DraftClauseView, PartyInput } from '@collegium/contract/agreements/input.ts';
import { AgreementTerms } from '@collegium/contract/agreements/terms.ts';
import { AgreementMoved } from '@collegium/contract/agreements/views.ts';
import { Id, pageQuery } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { route, type Route } from '../platform/http/route.ts';
import { changeClause, removeClause } from './change-clause.ts';
import { addComment, listComments } from './comments.ts';
import { addParty, removeParty } from './draft-parties.ts';
import { addClause, orderClauses } from './order-clauses.ts';
import { proposeDraft } from './propose.ts';
import { resolveComment } from './resolve-comment.ts';
import { changeTerms } from './terms.ts';

const params = Type.Object({ agreementId: Id });
const clauseParams = Type.Object({ agreementId: Id, clauseKey: ClauseKey });
const partyParams = Type.Object({ agreementId: Id, organisationId: Id });
const commentParams = Type.Object({ agreementId: Id, commentId: Id });

/** The draft while it is negotiated: terms, clauses, parties, comments, and its proposal. */
export const draftRoutes: readonly Route[] = [
  route({
    method: 'PUT',
    url: '/agreements/:agreementId/draft/terms',
    permission: 'agreement:change',
    summary: 'Change the terms of the draft',
    params,
    needsVersion: true,
    body: AgreementTerms,
    response: { 200: AgreementMoved },
    handle: ({ scope, params, version, body }) => changeTerms(scope, params.agreementId, version, body),
  }),
  route({
    method: 'PUT',
    url: '/agreements/:agreementId/draft/order',
    permission: 'agreement:change',
    summary: 'Put the clauses into another order',
    params,
    needsVersion: true,
    body: ClauseOrder,
    response: { 200: AgreementMoved },
    handle: ({ scope, params, version, body }) => orderClauses(scope, params.agreementId, version, body.keys),
  }),
  route({
    method: 'POST',
    url: '/agreements/:agreementId/draft/clauses',
    permission: 'agreement:change',
    summary: 'Add a clause to the draft',
    params,
    body: ClauseAddition,
    response: { 201: DraftClauseView },
    handle: async ({ scope, params, body, reply }) => {
      reply.status(201);
      return addClause(scope, params.agreementId, body);
    },
  }),
  route({
    method: 'PUT',
    url: '/agreements/:agreementId/draft/clauses/:clauseKey',
    permission: 'agreement:change',
    summary: 'Change a clause; when somebody else did meanwhile, both texts are shown',
    params: clauseParams,
    needsVersion: true,
    body: Clause,
    response: { 200: DraftClauseView },
    handle: ({ scope, params, version, body }) =>
      changeClause(scope, params.agreementId, params.clauseKey, version, body),
  }),
  route({
    method: 'DELETE',
    url: '/agreements/:agreementId/draft/clauses/:clauseKey',
    permission: 'agreement:change',
    summary: 'Take a clause out of the draft',
    params: clauseParams,
    needsVersion: true,
    response: { 204: Type.Null() },
    handle: ({ scope, params, version }) => removeClause(scope, params.agreementId, params.clauseKey, version),
  }),
  route({
    method: 'POST',
    url: '/agreements/:agreementId/draft/parties',
    permission: 'agreement:change',
    summary: 'Bring another organisation into the negotiation',
    params,
    body: PartyInput,
    response: { 204: Type.Null() },
    handle: ({ scope, params, body }) => addParty(scope, params.agreementId, body),
  }),
  route({
    method: 'DELETE',
    url: '/agreements/:agreementId/draft/parties/:organisationId',
    permission: 'agreement:change',
    summary: 'Take an organisation that is not bound yet out of the negotiation',
    params: partyParams,
    response: { 204: Type.Null() },
    handle: ({ scope, params }) => removeParty(scope, params.agreementId, params.organisationId),
  }),
  route({
    method: 'POST',
    url: '/agreements/:agreementId/proposal',
    permission: 'agreement:change',
    summary: 'Propose the draft: its text becomes immutable and every party reviews it',
    params,
    needsVersion: true,
    response: { 200: AgreementMoved },
    handle: ({ scope, params, version }) => proposeDraft(scope, params.agreementId, version),
  }),
  route({
    method: 'GET',
    url: '/agreements/:agreementId/comments',
    permission: 'agreement:read',
    summary: 'Comments and suggestions, as they were written',
    params,
    query: Type.Object(pageQuery),
    response: { 200: CommentPage },
    handle: ({ scope, params, query }) => listComments(scope, params.agreementId, query),
  }),
  route({
    method: 'POST',
    url: '/agreements/:agreementId/comments',
    permission: 'agreement:change',
    summary: 'Comment on a clause, answer, or suggest another wording',
    params,
    body: CommentInput,
    response: { 201: CommentView },
    handle: async ({ scope, params, body, reply }) => {
      reply.status(201);
      return addComment(scope, params.agreementId, body);
    },
  }),
  route({
    method: 'POST',
    url: '/agreements/:agreementId/comments/:commentId/resolution',
    permission: 'agreement:change',
    summary: 'Settle a thread, or accept or decline a suggestion',
    params: commentParams,
    body: ResolutionInput,
    response: { 204: Type.Null() },
    handle: ({ scope, params, body }) => resolveComment(scope, params.agreementId, params.commentId, body.resolution),
  }),
];
