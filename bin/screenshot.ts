// Takes pictures of a page: wide and phone, light and dark, English and Chinese.
// Usage: node bin/screenshot.ts <address> <folder> [--as <sample person's name>] [--only wide-light-en,phone-dark-zh] [--press <key>] [--full]
//   node bin/screenshot.ts http://127.0.0.1:8400/sample/catalogue /tmp/shots --as "Marit de Vries" --only wide-light-en
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type BrowserContext } from 'playwright-core';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    as: { type: 'string' },
    only: { type: 'string' },
    press: { type: 'string' },
    full: { type: 'boolean', default: false },
  },
});
const [address, folder] = positionals;
if (!address || !folder) {
  console.error(
    'Usage: node bin/screenshot.ts <address> <folder> [--as <name>] [--only <names>] [--press <key>] [--full]',
  );
  process.exit(64);
}

const widths = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const languages = { en: 'en', zh: 'zh-CN' };
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

mkdirSync(folder, { recursive: true });
const profile = mkdtempSync(join(tmpdir(), 'collegium-pictures-'));
try {
  for (const shot of listShots()) await take(shot);
} finally {
  rmSync(profile, { recursive: true, force: true });
}

interface Shot {
  name: string;
  size: keyof typeof widths;
  scheme: 'light' | 'dark';
  language: keyof typeof languages;
}

function listShots(): Shot[] {
  const wanted = values.only?.split(',');
  const shots: Shot[] = [];
  for (const size of ['wide', 'phone'] as const)
    for (const scheme of ['light', 'dark'] as const)
      for (const language of ['en', 'zh'] as const)
        shots.push({ name: `${size}-${scheme}-${language}`, size, scheme, language });
  return shots.filter(({ name }) => !wanted || wanted.includes(name));
}

async function take({ name, size, scheme, language }: Shot): Promise<void> {
  const context = await chromium.launchPersistentContext(join(profile, name), {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args,
    viewport: widths[size],
    deviceScaleFactor: size === 'phone' ? 2 : 1,
    hasTouch: size === 'phone',
    colorScheme: scheme,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
  });
  try {
    await shoot(context, name, languages[language]);
  } finally {
    await context.close();
  }
}

async function shoot(context: BrowserContext, name: string, language: string): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  page.on('console', (message) => message.type() === 'error' && console.error(`${name}: ${message.text()}`));
  page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
  await page.addInitScript((tag) => localStorage.setItem('collegium-language', tag), language);
  if (values.as) {
    const network = new URL(address!).pathname.split('/')[1];
    await page.goto(new URL(`/${network}/sign-in`, address).href);
    await page.getByRole('button', { name: values.as }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  }
  await page.goto(address!, { waitUntil: 'networkidle' });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  if (values.press) {
    await page.keyboard.press(values.press);
    await page.waitForTimeout(500);
  }
  const path = join(folder!, `${name}.png`);
  await page.screenshot({ path, fullPage: values.full });
  console.log(path);
}
