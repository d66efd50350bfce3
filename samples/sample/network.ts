import type { NetworkRow } from '@collegium/server/platform/networks.ts';

/** The network in which the sample world lives. */
export const sampleNetwork: NetworkRow = { slug: 'sample', name: 'Blue Coast (sample)', isSample: true };
