/** The part of oidc-provider, which comes without types, that the tests use. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  interface Account {
    accountId: string;
    claims: () => Promise<{ sub: string } & Record<string, unknown>>;
  }

  interface Configuration {
    clients: { client_id: string; client_secret: string; redirect_uris: string[] }[];
    claims: Record<string, string[]>;
    conformIdTokenClaims: boolean;
    findAccount: (context: unknown, id: string) => Promise<Account>;
    ttl: Record<string, number>;
    cookies: { keys: string[] };
    jwks: { keys: object[] };
  }

  export class Provider {
    constructor(issuer: string, configuration: Configuration);
    callback(): RequestListener;
  }
}
