import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The system user that runs PostgreSQL, which refuses to be root. */
export interface Owner {
  uid: number;
  gid: number;
}

/**
 * Undefined when an ordinary user starts the server: PostgreSQL then runs as that user. For root it is the system user
 * `collegium`, made on first use, or `nobody` where users cannot be made.
 */
export function findOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return lookUp('collegium') ?? createUser() ?? lookUp('nobody') ?? { uid: 65_534, gid: 65_534 };
}

/** Whether this user can run the command, as far as folders and file modes go. */
export function canRun(owner: Owner | undefined, command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { ...owner, stdio: 'ignore', cwd: '/' }).status === 0;
}

function createUser(): Owner | undefined {
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'collegium'], {
    stdio: 'ignore',
  });
  return lookUp('collegium');
}

function lookUp(name: string): Owner | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}
