import type { NetworkTables, PlatformTables } from './tables.gen.ts';

/** Every table by the name that queries use: `platform.…` for the platform's, bare for those of a network. */
export type Tables = PlatformTables & NetworkTables;
