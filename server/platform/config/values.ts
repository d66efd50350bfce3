import { isIP } from 'node:net';

/** A setting that nobody can work with. The message is one sentence: which variable, what is wrong, what to put. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly variable: string;

  constructor(variable: string, wrong: string, put: string) {
    super(`${variable} ${wrong}; put ${put}.`);
    this.variable = variable;
  }
}

export function integer(
  name: string,
  value: string | undefined,
  { fallback, least, most }: { fallback: number; least: number; most: number },
): number {
  if (value === undefined) return fallback;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new ConfigError(name, `is ${quoted(value)}`, `a whole number from ${least} to ${most}`);
}

export function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new ConfigError(name, `is ${quoted(value)}`, `one of ${allowed.join(', ')}`);
}

/** A URL with one of these schemes and a host, returned as it was written. The value is never repeated: it may hold a password. */
export function url(name: string, value: string | undefined, schemes: string[], example: string): string | undefined {
  if (value === undefined) return undefined;
  const scheme = /^([a-z]+):\/\/[^/?#]*[^\s]*$/.exec(value)?.[1];
  if (scheme !== undefined && schemes.includes(scheme)) return value;
  throw new ConfigError(name, `is not an address that begins with ${schemes[0]}://`, `something like ${example}`);
}

/** A web address without a path: every network is a path below it. */
export function origin(name: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  const isWeb = parsed?.protocol === 'http:' || parsed?.protocol === 'https:';
  if (parsed && isWeb && parsed.pathname === '/' && !parsed.search && !parsed.hash && !parsed.username)
    return parsed.origin;
  const example = 'the address people type, without a path, like https://collegium.example.org';
  throw new ConfigError(name, `is ${quoted(value)}`, example);
}

export function mailbox(name: string, value: string): string {
  if (/^(?:[^<>@]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(value)) return value;
  throw new ConfigError(name, `is ${quoted(value)}`, 'a sender like `Collegium <noreply@example.org>`');
}

export function booleanOr<T>(
  name: string,
  value: string | undefined,
  other: (name: string, value: string) => T,
): boolean | T | undefined {
  if (value === undefined) return undefined;
  if (value === 'true' || value === 'false') return value === 'true';
  return other(name, value);
}

/** How many proxies stand in front, or their addresses. */
export function proxies(name: string, value: string): number | string[] {
  if (/^\d{1,2}$/.test(value)) return Number(value);
  const addresses = value.split(',').map((address) => address.trim());
  if (addresses.every(isAddressOrNetwork)) return addresses;
  throw new ConfigError(
    name,
    `is ${quoted(value)}`,
    'true, false, the number of proxies in front, or their addresses like 10.0.0.1,10.1.0.0/16',
  );
}

function isAddressOrNetwork(value: string): boolean {
  const [address = '', bits] = value.split('/');
  const version = isIP(address);
  if (version === 0) return false;
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function quoted(value: string): string {
  return `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`;
}
