import type { FastifyInstance } from 'fastify';
import { roleHas } from '@collegium/contract/permissions.ts';
import type { Route } from '../http/route.ts';

/** JSON Schema 2020-12 as OpenAPI 3.1 holds it. */
export interface JsonSchema {
  type?: string | string[];
  description?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  additionalProperties?: boolean | JsonSchema;
  patternProperties?: Record<string, JsonSchema>;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  [keyword: string]: unknown;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  schema: JsonSchema;
}

type Content = Record<string, { schema: JsonSchema }>;
export type Answer = { description?: string; content?: Content } | { $ref: string };

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters?: Parameter[];
  requestBody?: { content: Content; required?: boolean };
  responses: Record<string, Answer>;
  security: Record<string, never[]>[];
}

export interface OpenApi {
  openapi: string;
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, unknown>>;
}

const prefix = '/{network}/api';
const problem = { $ref: '#/components/responses/Problem' };

/** What the framework knows of all addresses, as OpenAPI 3.1. Made once, when first asked for: it takes a moment. */
export function describeApp(app: FastifyInstance): OpenApi {
  return app.swagger() as unknown as OpenApi;
}

/** The interface of one network: its routes alone, addressed from its own server entry. */
export function describeNetwork(
  whole: OpenApi,
  routes: readonly Route[],
  network: { name: string; url: string; cookie: string },
): OpenApi {
  const paths: OpenApi['paths'] = {};
  for (const route of routes) {
    const path = route.url.replaceAll(/:(\w+)/g, '{$1}');
    const method = route.method.toLowerCase();
    const operation = whole.paths[`${prefix}${path}`]?.[method];
    if (operation) (paths[path] ??= {})[method] = describeRoute(route, operation);
  }
  return {
    openapi: '3.1.0',
    info: { title: `Collegium: ${network.name}`, version: '1', description },
    servers: [{ url: network.url }],
    paths,
    components: {
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: network.cookie, description: 'A browser that is signed in' },
        bearer: { type: 'http', scheme: 'bearer', description: 'A token for machines: npx collegium token create' },
      },
      responses: {
        Problem: {
          description: 'Why it was refused: a stable code, and a sentence in the language of Accept-Language',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      schemas: { Problem: problemSchema },
    },
  };
}

function describeRoute(route: Route, operation: Operation): Operation {
  const isWrite = route.method !== 'GET';
  const parameters = (operation.parameters ?? []).filter(
    ({ name, in: place }) => place !== 'path' || name !== 'network',
  );
  const responses = Object.entries(operation.responses).map(([status, answer]) =>
    /^[45]XX$/i.test(status) ? [status.toUpperCase(), problem] : [status, described(status, answer)],
  );
  const isForVisitors = roleHas('visitor', route.permission);
  return {
    ...operation,
    operationId: operationIdOf(route),
    parameters: [
      ...parameters,
      ...(route.needsVersion ? [headers.ifMatch] : []),
      ...(isWrite ? [headers.idempotencyKey] : []),
      headers.actingAs,
    ],
    ...(route.consumes && { requestBody: { required: true, content: { [route.consumes]: { schema: oneFile } } } }),
    responses: Object.fromEntries(responses) as Operation['responses'],
    security: [...(isForVisitors ? [{}] : []), { cookie: [] }, { bearer: [] }],
  };
}

/** `PUT /offers/:offerId/attachments/:fileId` → `putOffersOfferIdAttachmentsFileId`. */
function operationIdOf({ method, url }: Route): string {
  const words = url.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function described(status: string, answer: Answer): Answer {
  if ('$ref' in answer) return answer;
  if (status !== '204') return { ...answer, description: status === '201' ? 'Made' : 'Done' };
  return { description: 'Done; nothing to say' };
}

const headers: Record<'ifMatch' | 'idempotencyKey' | 'actingAs', Parameter> = {
  ifMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The version that is changed, as its ETag: "3". Another one in between: 412.',
    schema: { type: 'string', pattern: '^(W/)?"[0-9]{1,9}"$' },
  },
  idempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Of your own choice. Sent again with the same request, it is carried out once and answered the same.',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  },
  actingAs: {
    name: 'Acting-As',
    in: 'header',
    description: 'The id of the membership to act under, when one has several.',
    schema: { type: 'string', format: 'uuid' },
  },
};

const oneFile: JsonSchema = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' } },
};

const problemSchema: JsonSchema = {
  type: 'object',
  description: 'Problem details, RFC 9457',
  required: ['type', 'title', 'status', 'code', 'instance'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'What is wrong and what to do, in the reader’s language' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable: noun.reason' },
    parameters: { type: 'object', additionalProperties: true },
    instance: { type: 'string', description: 'The id of the request, as in the log' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { pointer: { type: 'string' }, detail: { type: 'string' } } },
    },
  },
};

const description = [
  'Everything the pages do, they do through this interface.',
  'What one may not see reads as not found. Lists are paged: pass next as cursor.',
  'Records carry abilities, what the reader may do next, and a version, which a change sends back in If-Match.',
].join(' ');
