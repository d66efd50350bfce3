import type { ErrorDefinition } from './definition.ts';

export const accountErrors = {
  'account.browser_needed': {
    status: 409,
    en: 'This can be done only by a person who is signed in with a browser, not by a program with a token.',
    'zh-CN': '此操作只能由在浏览器中登录的本人完成，持令牌的程序无法执行。',
  },
  'account.no_password': {
    status: 409,
    en: 'Your account has no password yet. Have a link sent to you, and choose the first one there.',
    'zh-CN': '您的账户尚未设置密码。请获取邮件链接，并在其中设置首个密码。',
  },
  'account.too_many_tokens': {
    status: 409,
    en: 'You have {limit} tokens in this network. Revoke one that is not used any more, then make another.',
    'zh-CN': '您在此网络中已有 {limit} 个令牌。请先撤销不再使用的令牌，再创建新的令牌。',
  },
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
