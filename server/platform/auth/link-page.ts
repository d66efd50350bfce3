import type { InterfaceLanguage } from '@collegium/contract/localised-text.ts';
import { escapeHtml } from '../mail/message.ts';

const words: Record<InterfaceLanguage, { title: string; explanation: string; button: string }> = {
  en: { title: 'Sign in to Collegium', explanation: 'One click and you are in.', button: 'Sign in' },
  'zh-CN': { title: '登录 Collegium', explanation: '点击一下即可登录。', button: '登录' },
};

/** The parameters of a link that are passed on when the button is pressed. */
export interface LinkParameters {
  token: string;
  callbackURL?: string;
  errorCallbackURL?: string;
}

/** The page that a mailed link leads to, in place of the address that spends it: `…/verify?token=` → `…?token=`. */
export function linkPageUrl(verifyUrl: string): string {
  return verifyUrl.replace('/magic-link/verify?', '/magic-link?');
}

/**
 * A page with one button that spends the link. Mail systems open every address in a mail to look at it: if opening were
 * enough, links would be spent before people see them.
 */
export function renderLinkPage(parameters: LinkParameters, language: InterfaceLanguage, action: string): string {
  const { title, explanation, button } = words[language];
  const fields = Object.entries(parameters).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(String(value))}">`,
  );
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>${title}</title></head>
<body style="margin:0;min-height:100vh;display:grid;place-items:center;font:16px/1.5 system-ui,sans-serif"><main style="padding:24px;text-align:center">
<h1 style="font-size:22px;margin:0 0 8px">${title}</h1>
<p style="margin:0 0 24px">${explanation}</p>
<form method="get" action="${escapeHtml(action)}">${fields.join('')}<button style="font:inherit;padding:12px 24px;border:0;border-radius:8px;background:#2f4bc0;color:#fff">${button}</button></form>
</main></body></html>
`;
}
