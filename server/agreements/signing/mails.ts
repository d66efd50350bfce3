import { interfaceLanguages, type InterfaceLanguage } from '@collegium/contract/localised-text.ts';
import { pickText } from '@collegium/contract/pick-text.ts';
import { type RenderedMail, renderMail } from '../../platform/mail/render.ts';
import type { LinkRow, SignatoryRow } from './queries.ts';

type About = Pick<SignatoryRow, 'language' | 'content' | 'organisation_name' | 'due_on' | 'name'>;

/** The link by which somebody without an account reads and signs. */
export function linkMail(signatory: About, url: string, { isReminder }: { isReminder: boolean }): RenderedMail {
  const language = languageOf(signatory.language);
  const title = titleOf(signatory, language);
  const { organisation_name: organisation, due_on: dueOn } = signatory;
  const words = {
    en: {
      title: isReminder ? `Still to sign by ${dueOn}: ${title}` : `Please sign: ${title}`,
      paragraph: `You are named to sign “${title}” on behalf of ${organisation}, by ${dueOn}. The link shows the whole text; nothing is signed by opening it.`,
      label: 'Read and sign',
      note: 'The link works once, for 14 days, and only for you: before you sign, a code is sent to this address. A later mail replaces this link.',
    },
    'zh-CN': {
      title: isReminder ? `请于 ${dueOn} 前签署：${title}` : `请签署：${title}`,
      paragraph: `您被指定代表${organisation}于 ${dueOn} 前签署《${title}》。打开链接可阅读全文；打开链接不等于签署。`,
      label: '阅读并签署',
      note: '该链接仅供您本人使用一次，14 天内有效：签署前，验证码将发送到此邮箱。之后的邮件会取代本链接。',
    },
  }[language];
  return renderMail({ language, ...mailOf(words), action: { label: words.label, url } });
}

/** Six digits that prove the mailbox at the moment of signing. */
export function codeMail(link: LinkRow, code: string): RenderedMail {
  const language = languageOf(link.language);
  const title = titleOf(link, language);
  const words = {
    en: {
      title: `${code} is your code to sign`,
      paragraph: `Enter ${code} to sign or decline “${title}”.`,
      note: 'It works for five minutes. If you did not ask for it, do nothing, and tell the sender of the link.',
    },
    'zh-CN': {
      title: `您的签署验证码：${code}`,
      paragraph: `请输入 ${code} 以签署或拒绝《${title}》。`,
      note: '验证码五分钟内有效。如果不是您本人请求，请勿操作，并告知链接的发送方。',
    },
  }[language];
  return renderMail({ language, ...mailOf(words) });
}

function mailOf({ title, paragraph, note }: { title: string; paragraph: string; note: string }) {
  return { title, paragraphs: [paragraph], note };
}

function titleOf({ content }: Pick<About, 'content'>, language: string): string {
  return content ? pickText(content.terms.title, language) : '';
}

function languageOf(tag: string): InterfaceLanguage {
  return interfaceLanguages.find((language) => language === tag) ?? 'en';
}
