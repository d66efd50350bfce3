import { isSignedBy, type SealKey } from './keys.ts';

/** What a checkpoint says: at this instant the tree of the network had so many leaves and this root. */
export interface Checkpoint {
  network: string;
  size: number;
  root: Buffer;
  at: Date;
}

/** The text that is signed; documented in docs/operate/seal.md for whoever checks it with other means. */
function checkpointText({ network, size, root, at }: Checkpoint): string {
  return `collegium audit checkpoint 1\n${network}\n${size}\n${root.toString('hex')}\n${at.toISOString()}\n`;
}

export function signCheckpoint(key: SealKey, checkpoint: Checkpoint): Buffer {
  return key.sign(checkpointText(checkpoint));
}

export function isCheckpointSigned(publicKey: Uint8Array, checkpoint: Checkpoint, signature: Uint8Array): boolean {
  return isSignedBy(publicKey, checkpointText(checkpoint), signature);
}

/** A key says of the one before it: up to this size, with this root, what that one signed counts. */
export interface Endorsement {
  network: string;
  predecessor: Uint8Array;
  size: number;
  root: Uint8Array;
}

function endorsementText({ network, predecessor, size, root }: Endorsement): string {
  const [key, hash] = [predecessor, root].map((bytes) => Buffer.from(bytes).toString('hex'));
  return `collegium seal key succession 1\n${network}\n${key}\n${size}\n${hash}\n`;
}

export function signEndorsement(key: SealKey, endorsement: Endorsement): Buffer {
  return key.sign(endorsementText(endorsement));
}

export function isEndorsed(publicKey: Uint8Array, endorsement: Endorsement, signature: Uint8Array): boolean {
  return isSignedBy(publicKey, endorsementText(endorsement), signature);
}
