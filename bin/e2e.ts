import { buildWeb } from './lib/build-web.ts';
import { ensureChromium } from './lib/chromium.ts';
import { run } from './lib/run.ts';

/** `npm run e2e -- [file]`: the browser journeys alone. */
await buildWeb();
await ensureChromium();
const { code } = await run(['vitest', 'run', '--project', 'e2e', ...process.argv.slice(2)], { isLive: true });
process.exitCode = code;
