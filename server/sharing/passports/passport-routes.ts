import { Id } from '@collegium/contract/schema.ts';
import {
  PassportInput,
  PassportPage,
  PassportQuery,
  PassportView,
  QualificationInput,
  QualificationPage,
  QualificationQuery,
  QualificationView,
  RevocationInput,
} from '@collegium/contract/sharing/passports.ts';
import { Type } from 'typebox';
import { publicRoute, route, type Route } from '../../platform/http/route.ts';
import { issuePassport, listPassports, revokePassport } from './passports.ts';
import { changeQualification, createQualification, listQualifications } from './qualifications.ts';

const params = Type.Object({ qualificationId: Id });

export const passportRoutes: readonly Route[] = [
  publicRoute({
    method: 'GET',
    url: '/qualifications',
    permission: 'resource:read',
    summary: 'What owners ask people to have learnt before they book',
    query: QualificationQuery,
    response: { 200: QualificationPage },
    handle: ({ scope, query }) => listQualifications(scope, query),
  }),
  route({
    method: 'POST',
    url: '/qualifications',
    permission: 'passport:issue',
    summary: 'Add a qualification',
    body: QualificationInput,
    response: { 201: QualificationView },
    handle: async ({ scope, body, reply }) => {
      reply.status(201);
      return createQualification(scope, body);
    },
  }),
  route({
    method: 'PUT',
    url: '/qualifications/:qualificationId',
    permission: 'passport:issue',
    summary: 'Change a qualification and whose passports open it too',
    params,
    needsVersion: true,
    body: QualificationInput,
    response: { 200: QualificationView },
    handle: ({ scope, params, version, body }) => changeQualification(scope, params.qualificationId, version, body),
  }),
  route({
    method: 'POST',
    url: '/qualifications/:qualificationId/passports',
    permission: 'passport:issue',
    summary: 'Give somebody a passport',
    params,
    body: PassportInput,
    response: { 201: PassportView },
    handle: async ({ scope, params, body, reply }) => {
      reply.status(201);
      return issuePassport(scope, params.qualificationId, body);
    },
  }),
  route({
    method: 'GET',
    url: '/passports',
    permission: 'passport:read',
    summary: 'Passports: one’s own, and those that one’s organisation gave or whose holders are its people',
    query: PassportQuery,
    response: { 200: PassportPage },
    handle: ({ scope, query }) => listPassports(scope, query),
  }),
  route({
    method: 'POST',
    url: '/passports/:passportId/revocation',
    permission: 'passport:issue',
    summary: 'Take a passport back, with a reason',
    params: Type.Object({ passportId: Id }),
    needsVersion: true,
    body: RevocationInput,
    response: { 200: PassportView },
    handle: ({ scope, params, version, body }) => revokePassport(scope, params.passportId, version, body.reason),
  }),
];
