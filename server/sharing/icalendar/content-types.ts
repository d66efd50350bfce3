import type { FastifyInstance } from 'fastify';

/** Lets the application read calendar objects, and mails that carry them, as text. */
export function readCalendarTexts(app: FastifyInstance): void {
  app.addContentTypeParser(['text/calendar', 'message/rfc822'], { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
}
