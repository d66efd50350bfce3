// Fails when colours of the pages stand too faintly on each other.
import { tokens } from '../../web/tokens.ts';
import { listTooFaint } from '../lib/contrast.ts';

for (const [name, scheme] of Object.entries(tokens)) {
  for (const { front, back, contrast, least } of listTooFaint(scheme)) {
    console.error(`${name}: ${front} on ${back} is ${contrast.toFixed(2)}, needs ${least}`);
    process.exitCode = 1;
  }
}
