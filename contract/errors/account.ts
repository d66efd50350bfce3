import type { ErrorDefinition } from './definition.ts';

export const accountErrors = {
  'account.browser_not_found': {
    status: 404,
    en: 'That browser is not signed in to your account any more.',
    'zh-CN': '该浏览器已不再登录您的账户。',
  },
  'account.token_not_found': {
    status: 404,
    en: 'You have no such token in this network, or it was revoked already.',
    'zh-CN': '您在此网络中没有该令牌，或者它已被撤销。',
  },
} as const satisfies Record<string, ErrorDefinition>;
