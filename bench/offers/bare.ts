import { text } from 'node:stream/consumers';
import Fastify from 'fastify';
import pg from 'pg';

/**
 * The limit, as a process of its own: Fastify and pg alone, which send the rows of one prepared statement as JSON.
 * `node bench/offers/bare.ts <port>`, with database and statement as JSON on standard input.
 */
interface Given {
  url: string;
  sql: string;
  parameters: unknown[];
}

const { url, sql, parameters }: Given = JSON.parse(await text(process.stdin));
const pool = new pg.Pool({ connectionString: url, max: 10 });
const app = Fastify();
app.get('/', async () => (await pool.query({ name: 'bare', text: sql, values: parameters })).rows);
await app.listen({ port: Number(process.argv[2]), host: '127.0.0.1' });
console.log('listening');
