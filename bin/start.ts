import { main } from '../cli/collegium.ts';
import { buildWeb } from './lib/build-web.ts';

/** `npm start`: the pages as the sources are now, then the server. */
try {
  await buildWeb();
  process.exitCode = await main(['serve', ...process.argv.slice(2)]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
