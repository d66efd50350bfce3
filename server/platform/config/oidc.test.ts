import { expect, test } from 'vitest';
import { loadConfig } from './config.ts';

const all = { OIDC_ISSUER: 'https://id.example.org/', OIDC_CLIENT_ID: 'collegium', OIDC_CLIENT_SECRET: 'hush' };

test('without an issuer there is no outside sign-in', () => {
  expect(loadConfig({}).oidc).toBeUndefined();
});

test('issuer, client and secret make one; its button names its host unless told otherwise', () => {
  const expected = { issuer: 'https://id.example.org', clientId: 'collegium', clientSecret: 'hush' };
  expect(loadConfig(all).oidc).toEqual({ ...expected, label: 'id.example.org' });
  expect(loadConfig({ ...all, OIDC_LABEL: 'Blue Coast ID' }).oidc).toEqual({ ...expected, label: 'Blue Coast ID' });
});

test.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])('%s alone missing is named', (name) => {
  expect(() => loadConfig({ ...all, [name]: '' })).toThrow(name);
});

test('an issuer that is no web address is named, and not repeated', () => {
  expect(() => loadConfig({ ...all, OIDC_ISSUER: 'id.example.org' })).toThrow(/^OIDC_ISSUER is not an address/);
});
