import { errorSentence } from '@collegium/contract/errors.ts';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isUnreadableValue, Problem, problemOfDatabase } from '../problem/problem.ts';
import { readerLanguage } from './language.ts';
import { fieldProblems } from './validation.ts';

/** Answers every failure with RFC 9457 problem details; what we do not understand is opaque and logged. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = understand(error, request);
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
    return sendProblem(request, reply, problem);
  });
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, new Problem('request.not_found')));
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const language = readerLanguage(request);
  if (problem.code === 'request.too_many') reply.header('retry-after', problem.parameters['seconds']);
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({
      type: `urn:collegium:problem:${problem.code}`,
      title: errorSentence(problem.code, language, problem.parameters),
      status: problem.status,
      ...(problem.detail !== undefined && { detail: problem.detail }),
      code: problem.code,
      parameters: problem.parameters,
      instance: request.id,
      ...(problem.fields.length > 0 && {
        errors: problem.fields.map(({ pointer, message }) => ({ pointer, detail: message })),
      }),
      ...(problem.current && { current: problem.current }),
    });
}

/** What the reader of uploads says of them, without a code. */
const brokenUpload =
  /^(?:Unexpected end of (?:multipart data|form|file)|Part terminated early|Multipart: Boundary not found|Malformed part header)/;

function understand(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  // An id that cannot be one names nothing.
  if (error.validation && error.validationContext === 'params') return new Problem('request.not_found');
  if (error.validation) {
    const fields = fieldProblems(error.validation as Parameters<typeof fieldProblems>[0], readerLanguage(request));
    return new Problem(
      'request.invalid',
      { fields: fields.map(({ pointer }) => nameInWords(pointer) || 'body').join(', ') },
      fields,
    );
  }
  if (brokenUpload.test(error.message)) return new Problem('file.broken_off');
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
      return new Problem('request.too_large', { limit: `${Math.round(request.routeOptions.bodyLimit / 1024)} KiB` });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem('request.unsupported_type');
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Problem('request.malformed');
    default:
      break;
  }
  if (error instanceof SyntaxError && error.statusCode === 400) return new Problem('request.malformed');
  if (isUnreadableValue(error) && hasCursor(request)) return new Problem('request.invalid', { fields: 'cursor' });
  return problemOfDatabase(error) ?? new Problem('server.failed', { requestId: request.id });
}

/** `/sessions/0/start` reads as `sessions.0.start`. */
const nameInWords = (pointer: string) => pointer.slice(1).replaceAll('/', '.');

function hasCursor({ query }: FastifyRequest): boolean {
  return typeof query === 'object' && query !== null && 'cursor' in query;
}
