import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { longAgreement } from '../../../bench/documents/long-agreement.ts';
import { Typesetter } from '../../platform/documents/typeset.ts';
import { createScratchFolder } from '../../testing/scratch-folder.ts';
import { agreementPdf } from './agreement-pdf.ts';

/** Programs that did not make the document look at it: of the packages poppler-utils and qpdf; skipped where they are absent. */
const run = (program: string, ...args: string[]) => spawnSync(program, args, { encoding: 'utf8' });
const isThere = run('pdfinfo', '-v').error === undefined && run('qpdf', '--version').error === undefined;

const setter = new Typesetter();
const folder = createScratchFolder('independent');
const path = join(folder, 'agreement.pdf');
beforeAll(async () => {
  const createdAt = new Date('2026-10-13T09:00:00Z');
  if (isThere) writeFileSync(path, await agreementPdf(longAgreement(12, 1), { language: 'zh-CN', createdAt }, setter));
});
afterAll(async () => {
  await setter.stop();
  rmSync(folder, { recursive: true });
});

test.skipIf(!isThere)('the file has no fault of syntax', () => {
  expect(run('qpdf', '--check', path)).toMatchObject({ status: 0, stdout: expect.stringContaining('No syntax') });
});

test.skipIf(!isThere)('it is tagged and has a title', () => {
  const { stdout } = run('pdfinfo', path);
  expect(stdout).toMatch(/^Tagged:\s+yes$/m);
  expect(stdout).toMatch(/^Title:\s+\S/m);
});

test.skipIf(!isThere)('headings, lists, and tables whose cells name their heads can be read in order', () => {
  const { stdout } = run('pdfinfo', '-struct-text', path);
  expect(stdout).toMatch(/^Document/);
  for (const element of ['H1', 'LI', 'LBody', 'THead', 'TH', 'TD'])
    expect(stdout).toMatch(new RegExp(`^\\s+${element}\\b`, 'm'));
  expect(stdout).toMatch(/\/Scope \/Column/);
  expect(stdout).toMatch(/\/Headers \[\(\S+\)\]/);
});

test.skipIf(!isThere)('every font is in the file, with what its signs mean', () => {
  const [, , ...fonts] = run('pdffonts', path).stdout.trim().split('\n');
  expect(fonts.length).toBeGreaterThan(1);
  for (const font of fonts) expect(font).toMatch(/ yes yes yes /);
});

test.skipIf(!isThere)('the record is attached under its name', () => {
  expect(run('pdfdetach', '-list', path).stdout).toMatch(/^1: agreement\.json$/m);
  const { stdout } = run('qpdf', '--json', '--json-key=attachments', path);
  expect(stdout).toContain('"mimetype": "application/json"');
});
