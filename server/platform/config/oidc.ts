import { ConfigError, url } from './values.ts';

/** An outside identity provider that speaks OpenID Connect. */
export interface OidcConfig {
  /** As the provider names itself; `/.well-known/openid-configuration` lies below. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What stands on the button. */
  label: string;
}

type Name = 'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET' | 'OIDC_LABEL';

/** All of it or nothing; the label has a default. */
export function oidc(read: (name: Name) => string | undefined): OidcConfig | undefined {
  const issuer = url('OIDC_ISSUER', read('OIDC_ISSUER'), ['https', 'http'], 'https://id.example.org');
  const [clientId, clientSecret] = [read('OIDC_CLIENT_ID'), read('OIDC_CLIENT_SECRET')];
  if (issuer === undefined) {
    if (clientId !== undefined || clientSecret !== undefined)
      throw new ConfigError('OIDC_ISSUER', 'is missing although the client is set', 'all three, or none');
    return undefined;
  }
  if (clientId === undefined)
    throw new ConfigError(
      'OIDC_CLIENT_ID',
      'is missing although OIDC_ISSUER is set',
      'what the provider calls this server',
    );
  if (clientSecret === undefined)
    throw new ConfigError(
      'OIDC_CLIENT_SECRET',
      'is missing although OIDC_ISSUER is set',
      'what the provider gave this server',
    );
  return {
    issuer: issuer.replace(/\/$/, ''),
    clientId,
    clientSecret,
    label: read('OIDC_LABEL') ?? new URL(issuer).hostname,
  };
}
