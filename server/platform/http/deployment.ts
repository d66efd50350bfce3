import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Services } from '../scope.ts';

const Networks = Type.Object({
  items: Type.Array(Type.Object({ slug: Type.String(), name: Type.String(), isSample: Type.Boolean() })),
});

/** What belongs to the deployment, not to a network: whether it is well, and which networks it hosts. */
export function deploymentRoutes(app: FastifyInstance, { db }: Services): void {
  app.get(
    '/health',
    {
      schema: {
        summary: 'Whether the server and its database answer',
        response: { 200: Type.Object({ status: Type.Literal('ok') }) },
      },
    },
    async () => {
      await sql`select 1`.execute(db);
      return { status: 'ok' as const };
    },
  );
  app.get(
    '/api/networks',
    { schema: { summary: 'The networks of this deployment', response: { 200: Networks } } },
    async () => {
      const rows = await db
        .selectFrom('platform.network')
        .select(['slug', 'name', 'is_sample'])
        .orderBy('name')
        .limit(200)
        .execute();
      return { items: rows.map((row) => ({ slug: row.slug, name: row.name, isSample: row.is_sample })) };
    },
  );
}
