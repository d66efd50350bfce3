import type { ErrorDefinition } from './definition.ts';

export const savedSearchErrors = {
  'saved_search.too_many': {
    status: 409,
    en: 'You keep {most} searches already. Remove one that you no longer need, then save this one.',
    'zh-CN': '您已保存 {most} 个搜索。请先移除一个不再需要的，再保存此搜索。',
  },
  'saved_search.not_found': {
    status: 404,
    en: 'You have no such saved search. It may have been removed already.',
    'zh-CN': '您没有该已保存的搜索，可能已被移除。',
  },
} as const satisfies Record<string, ErrorDefinition>;
