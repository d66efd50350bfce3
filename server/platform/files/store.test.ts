import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { deflateRawSync } from 'node:zlib';
import { fileSizeLimit } from '@collegium/contract/file-size.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createScratchFolder } from '../../testing/scratch-folder.ts';
import { pathOfFile, storeFile } from './store.ts';

let dataFolder: string;
beforeAll(() => {
  dataFolder = createScratchFolder('files');
});
afterAll(() => rm(dataFolder, { recursive: true }));

const pdf = Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const store = (content: Buffer | string | Iterable<Buffer>, name = 'file') =>
  storeFile(
    Readable.from(
      typeof content === 'string' ? [Buffer.from(content)] : Buffer.isBuffer(content) ? [content] : content,
    ),
    {
      name,
      dataFolder,
    },
  );
const leftovers = () => readdir(join(dataFolder, 'files', 'incoming'));

/** A ZIP file of one entry, as it begins: enough for anybody who reads it from the front. */
function zipOf(name: string, content: Buffer, uncompressedBytes: number): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt32LE(uncompressedBytes, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), content]);
}

test('the bytes lie whole under their own hash, and nothing else is left', async () => {
  const { sha256, sizeBytes } = await store(pdf);
  expect(sizeBytes).toBe(pdf.length);
  expect(pathOfFile(dataFolder, sha256)).toBe(join(dataFolder, 'files', sha256.slice(0, 2), sha256));
  expect(await readFile(pathOfFile(dataFolder, sha256))).toEqual(pdf);
  expect(await leftovers()).toEqual([]);
});

test('the same bytes are kept once', async () => {
  const [first, second] = await Promise.all([store(png, 'a.png'), store(png, 'b.png')]);
  expect(first).toEqual(second);
  expect(await readdir(join(dataFolder, 'files', first.sha256.slice(0, 2)))).toHaveLength(1);
});

test.each([
  ['report.pdf', pdf, 'application/pdf'],
  ['photo.exe', png, 'image/png'],
  ['marks.csv', 'name;mark\nŁukasz;17\n', 'text/csv'],
  ['notes.txt', '港口物流\r\n', 'text/plain'],
  ['notes', 'a\tb\n', 'text/plain'],
])('%s is what its bytes are', async (name, content, mediaType) => {
  expect(await store(content, name)).toMatchObject({ mediaType });
});

test('a character cut in two between chunks is still text', async () => {
  const bytes = Buffer.from('é'.repeat(10));
  expect(await store([bytes.subarray(0, 7), bytes.subarray(7)], 'x.txt')).toMatchObject({ mediaType: 'text/plain' });
});

test.each([
  ['page.txt', '<!doctype html><script>alert(1)</script>'],
  ['page.csv', '\uFEFF \n<html onload=x>'],
  ['drawing.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['drawing.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['program.pdf', Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46]), Buffer.alloc(100)])],
  ['old.csv', Buffer.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72])],
  ['cut.txt', Buffer.from('é').subarray(0, 1)],
  ['zeros.txt', Buffer.alloc(10)],
])('%s is refused, and nothing of it is kept', async (name, content) => {
  await expect(store(content, name)).rejects.toMatchObject({ code: 'file.type_not_allowed' });
  expect(await leftovers()).toEqual([]);
});

test('an empty file is refused', async () => {
  await expect(store([])).rejects.toMatchObject({ code: 'file.empty' });
});

test('the largest file is taken, one byte more is refused before it is all read', async () => {
  const megabyte = Buffer.alloc(1_048_576, 'a');
  const limit = fileSizeLimit / megabyte.length;
  expect(await store(Array.from({ length: limit }, () => megabyte))).toMatchObject({ sizeBytes: fileSizeLimit });
  let given = 0;
  function* endless() {
    for (;;) {
      given += 1;
      yield megabyte;
    }
  }
  await expect(store(endless())).rejects.toMatchObject({ code: 'file.too_large', parameters: { limitMegabytes: 20 } });
  expect(given).toBeLessThan(limit + 10);
  expect(await leftovers()).toEqual([]);
});

test('an upload that breaks off leaves nothing', async () => {
  const broken = new Readable({ read: () => broken.destroy(new Error('connection lost')) });
  broken.push(pdf);
  await expect(storeFile(broken, { name: 'x', dataFolder })).rejects.toThrow('connection lost');
  expect(await leftovers()).toEqual([]);
});

test('a zip bomb is not unpacked', async () => {
  const gigabyte = 1_073_741_824;
  const bomb = zipOf('[Content_Types].xml', deflateRawSync(Buffer.alloc(64 * 1_048_576)), gigabyte);
  const before = process.memoryUsage().rss;
  const begun = performance.now();
  await store(bomb, 'essay.docx').catch(() => {});
  expect(performance.now() - begun).toBeLessThan(2_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1_048_576);
});

test('a full disk is said to be full', async () => {
  const full = new Readable({
    read() {
      this.destroy(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
    },
  });
  await expect(storeFile(full, { name: 'x', dataFolder })).rejects.toMatchObject({
    code: 'file.no_space',
    status: 507,
  });
});
