import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', '**/dist/**', 'data/**'];

/** Four kinds of test: pure algorithms, everything on a real database, pages, and journeys in a real browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['{contract,engine}/**/*.test.ts'],
          exclude,
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['{server,cli,samples,bin}/**/*.test.ts'],
          exclude,
          environment: 'node',
          globalSetup: ['server/testing/global-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: 'web/vite.config.ts',
        test: { name: 'web', root: 'web', include: ['**/*.test.{ts,tsx}'], exclude, environment: 'jsdom' },
      },
      {
        test: {
          name: 'e2e',
          // Two cores share a browser, a server and a database: a step that was slow once is walked once more.
          retry: 1,
          include: ['e2e/**/*.e2e.ts'],
          exclude,
          environment: 'node',
          globalSetup: ['server/testing/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
