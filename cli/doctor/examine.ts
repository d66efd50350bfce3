import { loadConfig, type LoadedConfig } from '../../server/platform/config/config.ts';
import { ConfigError } from '../../server/platform/config/values.ts';
import type { Io } from '../command.ts';
import { examineDatabase } from './database.ts';
import { examineFiles } from './files.ts';
import { examineMail } from './mail.ts';

/** One thing looked at. `notice` works but is worth knowing; `wrong` comes with how to mend it. */
export interface Finding {
  about: 'configuration' | 'database' | 'mail' | 'files';
  state: 'good' | 'notice' | 'wrong';
  says: string;
  mend?: string;
}

/** Looks at everything that an installation stands on. Never throws. */
export async function examine(env: Io['env']): Promise<Finding[]> {
  const config = examineConfiguration(env);
  if (!('config' in config)) return [config.finding];
  const parts = [examineFiles, examineDatabase, examineMail];
  const findings = [config.finding];
  for (const part of parts) findings.push(...(await part(config.config)));
  return findings;
}

function examineConfiguration(env: Io['env']): { finding: Finding } | { finding: Finding; config: LoadedConfig } {
  try {
    const config = loadConfig(env);
    const isPlain = config.url.startsWith('http:') && !/\/\/(?:localhost|127\.|\[::1\])/.test(config.url);
    if (!isPlain) return { config, finding: { about: 'configuration', state: 'good', says: `serves ${config.url}` } };
    const says = `${config.url} is not encrypted, so anyone on the way reads passwords`;
    const mend = 'put a reverse proxy with TLS in front and set COLLEGIUM_URL to its https address';
    return { config, finding: { about: 'configuration', state: 'notice', says, mend } };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [says = error.message, mend] = error.message.split('; ');
    return { finding: { about: 'configuration', state: 'wrong', says, ...(mend && { mend }) } };
  }
}
