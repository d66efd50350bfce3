/** A point on the globe, in degrees: longitude, latitude. */
export type Point = readonly [longitude: number, latitude: number];

/** The outline of the land: rings, the last point of each joined to its first. */
export type Outline = readonly (readonly Point[])[];

/**
 * Reads `land.txt`: a ring a line, in tenths of a degree, the first point as it is and the others as steps from the one
 * before. Made from the land of Natural Earth at 1:50,000,000 (public domain), points nearer than a quarter of a degree
 * left out, without the southern ice and the smallest islands. A coast that crosses 180° goes on beyond it.
 */
export function readOutline(text: string): Outline {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const steps = line.split(' ').map(Number);
      const ring: Point[] = [];
      let [x, y] = [0, 0];
      for (let index = 0; index + 1 < steps.length; index += 2) {
        x += steps[index] ?? 0;
        y += steps[index + 1] ?? 0;
        ring.push([x / 10, y / 10]);
      }
      return ring;
    });
}

/** The outline as the `d` of an SVG path, for what lies in the drawing at all. */
export function pathOf(
  outline: Outline,
  at: (point: Point) => { x: number; y: number },
  { width, height }: { width: number; height: number },
): string {
  return outline
    .map((ring) => ring.map(at))
    .filter((ring) => {
      const [xs, ys] = [ring.map(({ x }) => x), ring.map(({ y }) => y)];
      return Math.max(...xs) >= 0 && Math.min(...xs) <= width && Math.max(...ys) >= 0 && Math.min(...ys) <= height;
    })
    .map((ring) => `M${ring.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`)
    .join('');
}
