import type { ErrorDefinition } from './definition.ts';

export const authErrors = {
  'auth.wrong_password': {
    status: 401,
    en: 'This mail address and this password do not belong together. Try again, or have a link sent to you.',
    'zh-CN': '邮箱地址与密码不匹配。请重试，或改用邮件链接登录。',
  },
  'auth.wrong_current_password': {
    status: 422,
    en: 'The current password is not right. Type it again, or have a link for a new one sent to you.',
    'zh-CN': '当前密码不正确。请重新输入，或通过邮件链接设置新密码。',
  },
  'auth.password_too_short': {
    status: 422,
    en: 'Choose a password of at least {least} characters.',
    'zh-CN': '密码至少需要 {least} 个字符。',
  },
  'auth.password_too_long': {
    status: 422,
    en: 'Choose a password of at most {most} characters.',
    'zh-CN': '密码最多 {most} 个字符。',
  },
  'auth.link_spent': {
    status: 410,
    en: 'This link was used already or has expired. Ask for a new one.',
    'zh-CN': '该链接已使用或已过期。请重新获取。',
  },
  'auth.account_exists': {
    status: 409,
    en: 'Somebody has an account with this mail address already.',
    'zh-CN': '该邮箱地址已有账户。',
    constraints: ['account_email_key'],
  },
  'auth.account_unknown': {
    status: 404,
    en: 'Nobody has an account with the mail address {email}.',
    'zh-CN': '没有使用邮箱地址 {email} 的账户。',
  },
  'auth.sample_only': {
    status: 404,
    en: 'One-click sign-in exists only in the sample network.',
    'zh-CN': '只有示例网络提供一键登录。',
  },
  'auth.provider_unavailable': {
    status: 503,
    en: 'The identity provider cannot be reached. Try again shortly, or sign in with a link.',
    'zh-CN': '暂时无法连接身份提供方。请稍后重试，或改用邮件链接登录。',
  },
} as const satisfies Record<string, ErrorDefinition>;
