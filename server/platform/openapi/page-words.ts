import type { InterfaceLanguage } from '@collegium/contract/localised-text.ts';

/** The words of the page that describes the interface to people. */
export interface PageWords {
  title: string;
  skip: string;
  server: string;
  machines: string;
  signIn: string;
  cookie: string;
  orToken: string;
  refused: string;
  problem: string;
  nouns: string;
  permission: string;
  visitors: string;
  parameters: string;
  body: string;
  required: string;
  /** The way to the page in the other language, in that language. */
  other: { language: InterfaceLanguage; words: string };
}

export const pageWords: Record<InterfaceLanguage, PageWords> = {
  en: {
    title: 'Interface',
    skip: 'Go to the operations',
    server: 'Server',
    machines: 'For machines',
    signIn: 'Sign in',
    cookie: 'the cookie of a browser, or',
    orToken: 'with a token from',
    refused: 'Refused',
    problem: 'problem details (RFC 9457): a stable code, a sentence, the fields at fault',
    nouns: 'Nouns',
    permission: 'Permission',
    visitors: 'Open to people who are signed out.',
    parameters: 'Parameters',
    body: 'Body',
    required: 'required',
    other: { language: 'zh-CN', words: '中文' },
  },
  'zh-CN': {
    title: '程序接口',
    skip: '跳到操作列表',
    server: '服务器',
    machines: '供程序读取',
    signIn: '登录',
    cookie: '浏览器的 Cookie，或',
    orToken: '其令牌由以下命令创建：',
    refused: '拒绝时',
    problem: '问题详情（RFC 9457）：固定的代码、一句说明、有误的字段',
    nouns: '对象',
    permission: '权限',
    visitors: '未登录者也可使用。',
    parameters: '参数',
    body: '请求体',
    required: '必填',
    other: { language: 'en', words: 'English' },
  },
};
