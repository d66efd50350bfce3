import { lottery } from '../hash/seed.ts';

/** The lottery positions of `names` under `seed`: position 0 has the lowest lottery number. */
export function drawPositions(names: readonly string[], seed: string): Uint32Array {
  const positions = new Uint32Array(names.length);
  const numberOf = lottery(seed);
  const leading = new Float64Array(names.length);
  names.forEach((name, i) => {
    const digest = numberOf(name);
    for (let byte = 0; byte < 6; byte++) leading[i] = leading[i]! * 256 + digest[byte]!;
  });
  const order = positions.map((_, i) => i);
  // The first 48 bits decide nearly always; the whole number is made again for the rare pair that shares them.
  order.sort((a, b) => leading[a]! - leading[b]! || compareBytes(numberOf(names[a]!), numberOf(names[b]!)));
  order.forEach((name, position) => {
    positions[name] = position;
  });
  return positions;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const i = a.findIndex((byte, k) => byte !== b[k]);
  return i < 0 ? 0 : a[i]! - b[i]!;
}
