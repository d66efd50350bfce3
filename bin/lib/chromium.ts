import { existsSync } from 'node:fs';
import { run } from './run.ts';

const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
];

/** The Chromium or Chrome of this machine; `CHROMIUM` names another. */
export function findChromium(): string | undefined {
  return places.find((place) => place !== undefined && existsSync(place));
}

/** Installs Debian's package when root may do so; otherwise throws with the command to run. */
export async function ensureChromium(): Promise<void> {
  if (findChromium() !== undefined) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing chromium …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run(['apt-get', 'update', '-q'], { env });
    await run(['apt-get', 'install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { env });
  }
  if (findChromium() === undefined)
    throw new Error(
      'The browser journeys need Chromium; run: sudo apt-get update && sudo apt-get install -y chromium fonts-noto-cjk',
    );
}
