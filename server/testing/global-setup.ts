import type { TestProject } from 'vitest/node';
import { startTestServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Administrator's connection string of the server that holds the template database. */
    databaseServerUrl: string;
    templateDatabase: string;
  }
}

/** One database server and one migrated template for the whole test run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  project.provide('databaseServerUrl', server.url);
  project.provide('templateDatabase', server.template);
  return server.stop;
}
