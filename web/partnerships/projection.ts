import type { Position } from '@collegium/contract/partnerships/distance';
import type { Point } from './outline.ts';

const leastSpan = 8;

/**
 * Fits all positions into a drawing, with coast around them also when they lie close together; a degree of longitude is as
 * wide as it is in the middle latitude.
 */
export function projection(
  positions: readonly Position[],
  { width, height, margin }: { width: number; height: number; margin: number },
): (point: Point) => { x: number; y: number } {
  const [south, north] = rangeOf(positions.map(({ latitude }) => latitude));
  const [west, east] = rangeOf(positions.map(({ longitude }) => longitude));
  const [middle, centre] = [(south + north) / 2, (west + east) / 2];
  const squeeze = Math.cos((middle * Math.PI) / 180);
  const scale = Math.min(
    (width - 2 * margin) / Math.max(leastSpan, (east - west) * squeeze),
    (height - 2 * margin) / Math.max(leastSpan / 2, north - south),
  );
  return ([longitude, latitude]) => ({
    x: width / 2 + (longitude - centre) * squeeze * scale,
    y: height / 2 - (latitude - middle) * scale,
  });
}

function rangeOf(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
