import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../database/database.ts';
import { countBacklogs, countConnections, countJobs } from './queries.ts';

export interface Metrics {
  contentType: string;
  /** All numbers in Prometheus' text format; what lies in the database is counted first. */
  text: () => Promise<string>;
  /** Notes an answered request; `route` is the pattern, never the address, so that there are few of them. */
  noteRequest: (request: { method: string; route: string; status: number; seconds: number }) => void;
}

/** Numbers for Prometheus. What lies in the database is counted when somebody asks, and is the same from every process. */
export function createMetrics(db: Database): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const countDatabase = addDatabaseGauges(registry, db);
  const requests = new Histogram({
    name: 'collegium_http_request_seconds',
    help: 'Time from the first byte of a request to the last byte of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return {
    contentType: registry.contentType,
    text: async () => {
      await countDatabase();
      return registry.metrics();
    },
    noteRequest: ({ seconds, ...labels }) => requests.observe(labels, seconds),
  };
}

function addDatabaseGauges(registry: Registry, db: Database): () => Promise<void> {
  const gauge = (name: string, help: string, labelNames: string[]) =>
    new Gauge({ name: `collegium_${name}`, help, labelNames, registers: [registry] });
  const events = gauge('events_pending', 'Audit events whose followers have not heard of them yet', ['network']);
  const mail = gauge('mail_pending', 'Mail that waits to be sent', ['network']);
  const failedMail = gauge('mail_failed', 'Mail that no server took, in the last 30 days', ['network']);
  const jobs = gauge('jobs', 'Jobs that wait, run or failed for good', ['job', 'state']);
  const connections = gauge('database_connections', 'Connections of all processes to the database', ['state']);
  const up = gauge('up', 'Whether the database answered', []);
  return async () => {
    for (const each of [events, mail, failedMail, jobs, connections]) each.reset();
    try {
      const backlogs = await countBacklogs(db);
      for (const backlog of backlogs) {
        const { network } = backlog;
        events.set({ network }, backlog.events);
        mail.set({ network }, backlog.mail);
        failedMail.set({ network }, backlog.failedMail);
      }
      for (const { job, state, count } of await countJobs(db)) jobs.set({ job, state }, count);
      for (const { state, count } of await countConnections(db)) connections.set({ state }, count);
      up.set(1);
    } catch {
      // The operator sees it in this very number; the process's own are still told.
      up.set(0);
    }
  };
}
