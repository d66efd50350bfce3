import { hash } from 'node:crypto';

/** Length of every hash, in bytes. */
export const hashBytes = 32;

/** One node after the other goes through here, so that a million of them allocate nothing but their hashes. */
const node = Buffer.alloc(1 + 2 * hashBytes, 0x01);

/** The hash of a leaf of text: SHA-256(0x00 || UTF-8 of the text), RFC 6962, 2.1. */
export function leafHash(text: string): Buffer {
  return hash('sha256', `\0${text}`, 'buffer');
}

function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  node.set(left, 1);
  node.set(right, 1 + hashBytes);
  return hash('sha256', node, 'buffer');
}

/**
 * A Merkle tree that grows by one leaf at a time and remembers only the roots of its whole subtrees, from the largest to
 * the smallest: at most one per binary digit of its size.
 */
export class Frontier {
  #size = 0;
  #roots: Uint8Array[] = [];

  /** Continues a tree of `size` leaves from what `bytes()` gave then. Throws a RangeError when they do not fit. */
  static restore(size: number, bytes: Uint8Array): Frontier {
    if (bytes.length !== bitCount(size) * hashBytes) throw new RangeError('the frontier does not fit its size');
    const frontier = new Frontier();
    frontier.#size = size;
    for (let start = 0; start < bytes.length; start += hashBytes)
      frontier.#roots.push(bytes.subarray(start, start + hashBytes));
    return frontier;
  }

  get size(): number {
    return this.#size;
  }

  append(leaf: Uint8Array): void {
    let root = leaf;
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2)
      root = nodeHash(this.#roots.pop() as Uint8Array, root);
    this.#roots.push(root);
    this.#size += 1;
  }

  /** The tree's hash, RFC 6962, 2.1; of an empty tree the hash of nothing. */
  root(): Buffer {
    const [last, ...others] = this.#roots.toReversed();
    if (last === undefined) return hash('sha256', '', 'buffer');
    return Buffer.from(others.reduce((right, left) => nodeHash(left, right), last));
  }

  bytes(): Buffer {
    return Buffer.concat(this.#roots);
  }
}

function bitCount(size: number): number {
  return size.toString(2).replaceAll('0', '').length;
}
