import { buildWeb } from './lib/build-web.ts';
import { main } from '../cli/collegium.ts';

/** `npm start`: the pages as the sources are now, then the server. */
await buildWeb();
process.exitCode = await main(['serve', ...process.argv.slice(2)]);
