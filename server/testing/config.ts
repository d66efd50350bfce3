import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, loadConfig } from '../platform/config/config.ts';

/** A configuration for tests: nothing from the real environment, files below the system's temporary folder. */
export function testConfig(changes: Partial<Config> = {}): Config {
  const dataFolder = join(tmpdir(), `collegium-test-files-${process.pid}`);
  const secret = 'a secret for tests only, long enough';
  return { ...loadConfig({ COLLEGIUM_DATA: dataFolder, LOG_LEVEL: 'silent' }), secret, ...changes };
}
