import type { ErrorDefinition } from './definition.ts';

export const grantErrors = {
  'grant.not_found': {
    status: 404,
    en: 'There is no such clause, or it opens nothing to your organisation today.',
    'zh-CN': '没有该条款，或者该条款目前未向贵组织开放任何内容。',
  },
} as const satisfies Record<string, ErrorDefinition>;
