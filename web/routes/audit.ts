import { createRoute } from '@tanstack/react-router';
import { memberRoute } from './layout.ts';
import { page } from './page.ts';

export interface AuditSearch {
  noun?: string | undefined;
}

export const auditRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/audit',
  validateSearch: ({ noun }: Record<string, unknown>): AuditSearch => ({
    noun: typeof noun === 'string' && /^[a-z_]+$/.test(noun) ? noun : undefined,
  }),
  component: page('audit', () => import('../audit/AuditPage.tsx'), 'AuditPage'),
});
