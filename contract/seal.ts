import { Type, type Static } from 'typebox';
import { Instant, Nullable } from './schema.ts';

const Hex = Type.String({ pattern: '^([0-9a-f]{2})+$' });

/** A public key that sealed this network; the later endorses the earlier. */
export const SealKeyView = Type.Object({
  id: Type.String({ description: 'First 16 hex digits of the SHA-256 of the public key' }),
  publicKey: Type.String({ description: 'Ed25519, 32 bytes as hex' }),
  firstUsedAt: Instant,
  predecessor: Nullable(Type.Object({ id: Type.String(), size: Type.Integer(), root: Hex, endorsement: Hex })),
});
export type SealKeyView = Static<typeof SealKeyView>;

/** The signed root of the record of changes: whoever keeps one can later prove that nothing before it changed. */
export const CheckpointView = Type.Object({
  network: Type.String(),
  size: Type.Integer(),
  root: Hex,
  at: Instant,
  keyId: Type.String(),
  signature: Hex,
});
export type CheckpointView = Static<typeof CheckpointView>;

export const SealView = Type.Object({ keys: Type.Array(SealKeyView), checkpoint: Nullable(CheckpointView) });
export type SealView = Static<typeof SealView>;
