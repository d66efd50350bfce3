import type { InterfaceLanguage } from '@collegium/contract/localised-text.ts';
import { escapeHtml, oneLine } from './message.ts';

/** What a mail says, in the reader's language: plain paragraphs, then one thing to do. */
export interface MailContent {
  language: InterfaceLanguage;
  title: string;
  paragraphs: readonly string[];
  /** The one button. `url` is absolute. */
  action?: { label: string; url: string };
  /** Below the button, smaller: why the reader gets this, or how long the link works. */
  note?: string;
}

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

const subjectLength = 200;

/** Makes subject, plain text and HTML of a mail. Everything passed in is escaped; no picture and no outside style is loaded. */
export function renderMail(content: MailContent): RenderedMail {
  const { title, paragraphs, action, note } = content;
  const parts = [title, ...paragraphs, action && `${action.label}:\n${action.url}`, note];
  return {
    subject: oneLine(title).slice(0, subjectLength),
    text: `${parts.filter((part) => part !== undefined).join('\n\n')}\n`,
    html: renderHtml(content),
  };
}

function renderHtml({ language, title, paragraphs, action, note }: MailContent): string {
  const body = [
    `<h1 style="font-size:20px;line-height:1.3;margin:0 0 16px">${escapeHtml(title)}</h1>`,
    ...paragraphs.map(
      (paragraph) => `<p style="margin:0 0 16px">${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`,
    ),
    action ? renderButton(action) : '',
    note ? `<p style="margin:24px 0 0;font-size:13px;color:#5b6270">${escapeHtml(note)}</p>` : '',
  ];
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,'Segoe UI','Noto Sans SC',sans-serif"><div style="max-width:560px;margin:0 auto">
${body.filter(Boolean).join('\n')}
</div></body></html>
`;
}

function renderButton({ label, url }: { label: string; url: string }): string {
  if (!/^https?:\/\//.test(url))
    throw new TypeError(`A mail can only link to a web address, not to “${url.slice(0, 40)}”`);
  const style =
    'display:inline-block;padding:10px 18px;border-radius:8px;background:#2f4bc0;color:#ffffff;text-decoration:none';
  const address = escapeHtml(url);
  return `<p style="margin:24px 0 8px"><a href="${address}" style="${style}">${escapeHtml(label)}</a></p>
<p style="margin:0;font-size:13px;color:#5b6270;overflow-wrap:anywhere">${address}</p>`;
}
