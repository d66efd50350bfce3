import { expect, test } from 'vitest';
import { findMissing, readMessages } from './po.ts';

const po = `msgid ""
msgstr "Language: zh-CN\\n"

#: web/offers/OfferPage.tsx
msgid "Apply"
msgstr "申请"

msgctxt "noun"
msgid "Apply"
msgstr ""

msgid ""
"A long text "
"with \\"quotes\\""
msgstr "长文本"

#~ msgid "Gone"
#~ msgstr "已删除"
`;

test('messages are told apart by context, may continue over lines, and obsolete ones do not count', () => {
  expect([...readMessages(po)]).toEqual([
    ['\u0004Apply', '申请'],
    ['noun\u0004Apply', ''],
    ['\u0004A long text with "quotes"', '长文本'],
  ]);
});

test('a text without translation, one that is missing and one that nobody uses are each told', () => {
  const fresh = new Map([
    ['\u0004Apply', ''],
    ['\u0004Offer', ''],
  ]);
  const committed = new Map([
    ['\u0004Apply', ''],
    ['\u0004Old', '旧'],
  ]);
  expect(findMissing(fresh, committed, { isSource: false })).toEqual([
    '“Apply” is not translated',
    '“Offer” is missing; run npm run i18n',
    '“Old” is no longer used; run npm run i18n',
  ]);
});

test('the source language needs no translation', () => {
  const messages = new Map([['\u0004Apply', '']]);
  expect(findMissing(messages, messages, { isSource: true })).toEqual([]);
});
