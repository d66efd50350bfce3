import { SealView } from '@collegium/contract/seal.ts';
import { publicRoute, type Route } from '../http/route.ts';
import { showSeal } from './show-seal.ts';

export const sealRoutes: readonly Route[] = [
  publicRoute({
    method: 'GET',
    url: '/seal',
    permission: 'seal:read',
    summary: 'Public keys that sealed this network, and the latest checkpoint of its record of changes',
    response: { 200: SealView },
    handle: ({ scope }) => showSeal(scope),
  }),
];
