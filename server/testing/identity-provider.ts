import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

export interface TestIdentityProvider {
  issuer: string;
  /** What it says of its people, by the name that they sign in with. */
  people: Record<string, { email: string; email_verified: boolean }>;
  /** Signs in there as a browser would, from the address that we send people to; returns the address it sends them back to. */
  signIn: (authorizationUrl: string, name: string) => Promise<URL>;
  close: () => Promise<void>;
}

/** A real OpenID provider with one client, on a free port. */
export async function startIdentityProvider(client: {
  id: string;
  secret: string;
  callback: string;
}): Promise<TestIdentityProvider> {
  const people: TestIdentityProvider['people'] = {};
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [client.callback] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: async (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, name: id, ...people[id] }),
    }),
    ttl: { Interaction: 60, Session: 60, Grant: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
    cookies: { keys: ['a key for tests only'] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'test' }] },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    people,
    signIn: (authorizationUrl, name) => walk(new URL(authorizationUrl), client.callback, name),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Follows the provider's own pages: its form for the name, then its form for consent. */
async function walk(start: URL, callback: string, name: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = start;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 20 && !url.href.startsWith(callback); step += 1) {
    const cookie = [...cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const response: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: form }),
    });
    for (const header of response.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      cookies.set(key, value);
    }
    const location = response.headers.get('location');
    const page = await response.text();
    form = undefined;
    if (location !== null) {
      url = new URL(location, url);
      continue;
    }
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (prompt === undefined) throw new Error(`The identity provider is stuck at ${url.pathname}: ${page.slice(-300)}`);
    form = new URLSearchParams({ prompt, login: name, password: 'any' });
  }
  return url;
}
