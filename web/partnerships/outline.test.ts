import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pathOf, readOutline, type Point } from './outline.ts';

const outline = readOutline(readFileSync(join(import.meta.dirname, 'land.txt'), 'utf8'));

/** Whether a point lies on land: how often a line to the west crosses the outline. */
function isLand([longitude, latitude]: Point): boolean {
  const crossings = outline.flatMap((ring) =>
    ring.filter(([x1, y1], index) => {
      const [x2, y2] = ring[(index + 1) % ring.length] as Point;
      return y1 > latitude !== y2 > latitude && longitude > ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1;
    }),
  );
  return crossings.length % 2 === 1;
}

test.each([
  ['Madrid', [-3.7, 40.4], true],
  ['Berlin', [13.4, 52.5], true],
  ['Wuhan', [114.3, 30.6], true],
  ['Nairobi', [36.8, -1.3], true],
  ['the middle of the Atlantic', [-35, 30], false],
  ['the North Sea', [3, 56], false],
  ['the South China Sea', [114, 15], false],
] as const)('%s is where it is', (_name, point, land) => {
  expect(isLand(point)).toBe(land);
});

test('no coast jumps around the globe: what crosses 180° goes on beyond it', () => {
  for (const ring of outline)
    for (const [index, [longitude, latitude]] of ring.entries()) {
      expect(Math.abs(latitude)).toBeLessThanOrEqual(90);
      const [next] = ring[(index + 1) % ring.length] as Point;
      expect(Math.abs(next - longitude)).toBeLessThan(30);
    }
});

const at = ([x, y]: Point) => ({ x, y });

test('only what lies in the drawing is drawn', () => {
  const square: Point[] = [
    [0, 0],
    [1, 0],
    [1, 1],
  ];
  const far = square.map(([x, y]): Point => [x + 50, y]);
  expect(pathOf([square, far], at, { width: 10, height: 10 })).toBe('M0.0 0.0L1.0 0.0L1.0 1.0Z');
});
