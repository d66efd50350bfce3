import { SettingsInput, SettingsView } from '@collegium/contract/settings.ts';
import { route, type Route } from '../platform/http/route.ts';
import { changeSettings, getSettings } from './settings.ts';

export const settingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/settings',
    permission: 'setting:read',
    summary: 'The rules of this network',
    response: { 200: SettingsView },
    handle: ({ scope }) => getSettings(scope),
  }),
  route({
    method: 'PUT',
    url: '/settings',
    permission: 'setting:change',
    summary: 'Change the rules of this network',
    needsVersion: true,
    body: SettingsInput,
    response: { 200: SettingsView },
    handle: ({ scope, version, body }) => changeSettings(scope, version, body),
  }),
];
