import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditSentence, auditWords } from '@collegium/contract/audit-words.ts';
import { expect, test } from 'vitest';

const server = join(import.meta.dirname, '../..');

/** The names of changes that the sources record: `action: 'offer.published'`. */
function recordedActions(): string[] {
  const files = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.includes('test'),
  );
  const texts = files
    .filter((file) => !file.includes('subscriptions'))
    .map((file) => readFileSync(join(server, file), 'utf8'));
  return texts.flatMap((text) =>
    [...text.matchAll(/action: '([a-z_]+\.[a-z_]+)'/g)].flatMap(([, action]) => action ?? []),
  );
}

test('every change that is recorded has words in both languages', () => {
  const wordless = [...new Set(recordedActions())].filter((action) => !Object.hasOwn(auditWords, action));
  expect(wordless, 'say what these are in contract/audit-words.ts').toEqual([]);
  expect(recordedActions().length).toBeGreaterThan(50);
});

test('what a later version recorded is told by its parts', () => {
  expect(auditSentence('offer.published', 'zh-CN')).toBe('发布项目');
  expect(auditSentence('fund.set_up', 'en')).toBe('fund: set up');
});
