import { expect, test } from 'vitest';
import { escapeHtml, oneLine } from './message.ts';
import { renderMail } from './render.ts';

const action = { label: 'Read the answer', url: 'https://collegium.example/sample/applications?a=1&b=2' };

test('a mail says the same in text and in HTML', () => {
  const mail = renderMail({
    language: 'en',
    title: 'You have a place',
    paragraphs: ['Port logistics, autumn.'],
    action,
  });
  expect(mail.subject).toBe('You have a place');
  for (const part of ['You have a place', 'Port logistics, autumn.', 'Read the answer']) {
    expect(mail.text).toContain(part);
    expect(mail.html).toContain(part);
  }
  expect(mail.text).toContain(action.url);
  expect(mail.html).toContain(`href="${escapeHtml(action.url)}"`);
});

test('a title cannot add a header', () => {
  const mail = renderMail({ language: 'en', title: 'Hello\r\nBcc: all@example.org\u2028x\u0000', paragraphs: [] });
  expect(mail.subject).toBe('Hello Bcc: all@example.org x');
});

test('what people wrote is text, not markup', () => {
  const mail = renderMail({
    language: 'en',
    title: '<script>alert(1)</script>',
    paragraphs: ['"<img src=x onerror=alert(1)>" & \'more\''],
    note: '<b>bold</b>',
  });
  expect(mail.html).not.toMatch(/<(script|img|b)\b/);
  expect(mail.text).toContain('<img src=x onerror=alert(1)>');
});

test('a button leads to the web and nowhere else', () => {
  const unsafe = { label: 'Open', url: 'javascript:alert(1)' };
  expect(() => renderMail({ language: 'en', title: 'x', paragraphs: [], action: unsafe })).toThrow(TypeError);
});

test('a quote in an address does not end the attribute', () => {
  const quoted = { label: 'Open', url: 'https://collegium.example/"><script>' };
  expect(renderMail({ language: 'en', title: 'x', paragraphs: [], action: quoted }).html).not.toContain('<script>');
});

test('the language of the mail is declared, and Chinese arrives whole', () => {
  const mail = renderMail({ language: 'zh-CN', title: '您获得了名额', paragraphs: ['港口物流'] });
  expect(mail.html).toContain('<html lang="zh-CN">');
  expect(mail.subject).toBe('您获得了名额');
});

test('a very long title is cut in the subject only', () => {
  const title = 'x'.repeat(1000);
  const mail = renderMail({ language: 'en', title, paragraphs: [] });
  expect(mail.subject).toHaveLength(200);
  expect(mail.text).toContain(title);
});

test('a line that is only control characters becomes nothing', () => {
  expect(oneLine('\r\n\t\u0000')).toBe('');
});
