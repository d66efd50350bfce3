import {
  ConfirmationInput,
  ConfirmationView,
  JournalEntryView,
  JournalInput,
  JournalPage,
} from '@collegium/contract/participation/journal.ts';
import { ApprovalInput, PlanInput, SupervisorList, SupervisorQuery } from '@collegium/contract/participation/plans.ts';
import {
  EndInput,
  ParticipationPage,
  ParticipationQuery,
  ParticipationView,
} from '@collegium/contract/participation/views.ts';
import { Id, pageQuery } from '@collegium/contract/schema.ts';
import { Type } from 'typebox';
import { route, type Route } from '../platform/http/route.ts';
import { approvePlan } from './approve-plan.ts';
import { confirmEntries, readJournal } from './confirm-journal.ts';
import { completeParticipation, endParticipationEarly } from './end-participation.ts';
import { getParticipation, searchParticipations } from './get-participation.ts';
import { proposePlan } from './propose-plan.ts';
import { listSupervisors } from './supervisors.ts';
import { changeEntry, deleteEntry, writeEntry } from './write-journal.ts';

const params = Type.Object({ participationId: Id });
const planParams = Type.Object({ participationId: Id, planNumber: Type.Integer({ minimum: 1, maximum: 1_000_000 }) });
const entryParams = Type.Object({ participationId: Id, entryId: Id });

export const participationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/participations',
    permission: 'participation:read',
    summary: 'Participations: own, and those at one’s organisation as home or provider',
    query: ParticipationQuery,
    response: { 200: ParticipationPage },
    handle: ({ scope, query }) => searchParticipations(scope, query),
  }),
  route({
    method: 'GET',
    url: '/participations/:participationId',
    permission: 'participation:read',
    summary: 'One participation with its plans, journal, outcome and next steps',
    params,
    response: { 200: ParticipationView },
    handle: ({ scope, params }) => getParticipation(scope, params.participationId),
  }),
  route({
    method: 'GET',
    url: '/participations/:participationId/supervisors',
    permission: 'plan:propose',
    summary: 'People who may supervise for the provider or for the home organisation',
    params,
    query: SupervisorQuery,
    response: { 200: SupervisorList },
    handle: ({ scope, params, query }) => listSupervisors(scope, params.participationId, query),
  }),
  route({
    method: 'POST',
    url: '/participations/:participationId/plans',
    permission: 'plan:propose',
    summary: 'Propose a new version of the plan',
    params,
    needsVersion: true,
    body: PlanInput,
    response: { 201: ParticipationView },
    handle: async ({ scope, params, version, body, reply }) => {
      reply.status(201);
      return proposePlan(scope, params.participationId, version, body);
    },
  }),
  route({
    method: 'POST',
    url: '/participations/:participationId/plans/:planNumber/approvals',
    permission: 'plan:approve',
    summary: 'Approve a version of the plan; the third approval puts it in force',
    params: planParams,
    body: ApprovalInput,
    response: { 200: ParticipationView },
    handle: ({ scope, params, body }) => approvePlan(scope, params.participationId, params.planNumber, body.as),
  }),
  route({
    method: 'GET',
    url: '/participations/:participationId/journal',
    permission: 'participation:read',
    summary: 'The journal, latest day first',
    params,
    query: Type.Object(pageQuery),
    response: { 200: JournalPage },
    handle: ({ scope, params, query }) => readJournal(scope, params.participationId, query),
  }),
  route({
    method: 'POST',
    url: '/participations/:participationId/journal',
    permission: 'journal:write',
    summary: 'Write what was done on a day',
    params,
    body: JournalInput,
    response: { 201: JournalEntryView },
    handle: async ({ scope, params, body, reply }) => {
      reply.status(201);
      return writeEntry(scope, params.participationId, body);
    },
  }),
  route({
    method: 'POST',
    url: '/participations/:participationId/journal/confirmation',
    permission: 'journal:confirm',
    summary: 'Confirm entries of the journal: those named, or all that wait',
    params,
    body: ConfirmationInput,
    response: { 200: ConfirmationView },
    handle: ({ scope, params, body }) => confirmEntries(scope, params.participationId, body),
  }),
  route({
    method: 'PUT',
    url: '/participations/:participationId/journal/:entryId',
    permission: 'journal:write',
    summary: 'Correct an entry that is not confirmed',
    params: entryParams,
    needsVersion: true,
    body: JournalInput,
    response: { 200: JournalEntryView },
    handle: ({ scope, params, version, body }) =>
      changeEntry(scope, params.participationId, params.entryId, version, body),
  }),
  route({
    method: 'DELETE',
    url: '/participations/:participationId/journal/:entryId',
    permission: 'journal:write',
    summary: 'Take an entry that is not confirmed out of the journal',
    params: entryParams,
    needsVersion: true,
    response: { 204: Type.Null() },
    handle: ({ scope, params, version }) => deleteEntry(scope, params.participationId, params.entryId, version),
  }),
  route({
    method: 'POST',
    url: '/participations/:participationId/completion',
    permission: 'participation:complete',
    summary: 'Say that a participation is completed',
    params,
    response: { 200: ParticipationView },
    handle: ({ scope, params }) => completeParticipation(scope, params.participationId),
  }),
  route({
    method: 'POST',
    url: '/participations/:participationId/early-end',
    permission: 'participation:end',
    summary: 'End a participation before its time, with a reason that all parties read',
    params,
    body: EndInput,
    response: { 200: ParticipationView },
    handle: ({ scope, params, body }) => endParticipationEarly(scope, params.participationId, body.reason.trim()),
  }),
];
