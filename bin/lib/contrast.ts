import type { Role, tokens } from '../../web/tokens.ts';

/** A pair of roles that stand on each other, and the least contrast that WCAG 2.2 AA (or legibility) asks of them. */
export interface Pair {
  front: Role;
  back: Role;
  least: number;
}

type Scheme = (typeof tokens)[keyof typeof tokens];

const text: [Role, Role[]][] = [
  [
    'text',
    [
      'surface',
      'canvas',
      'hover',
      'sunken',
      'selected',
      'good-soft',
      'wait-soft',
      'bad-soft',
      'idle-soft',
      'accent-soft',
    ],
  ],
  ['text-2', ['surface', 'canvas', 'hover', 'sunken', 'selected', 'wait-soft', 'bad-soft', 'good-soft']],
  ['text-3', ['surface', 'canvas', 'hover', 'sunken', 'selected']],
  ['accent-text', ['surface', 'canvas', 'hover', 'accent-soft']],
  ['on-accent', ['accent', 'accent-hover']],
  ['good-text', ['good-soft', 'surface', 'hover']],
  ['wait-text', ['wait-soft', 'surface', 'hover']],
  ['bad-text', ['bad-soft', 'surface', 'hover']],
  ['idle-text', ['idle-soft', 'surface']],
];

const marks: [Role, Role[]][] = [
  ['good', ['surface', 'track']],
  ['wait', ['surface', 'track']],
  ['bad', ['surface', 'track']],
  ['idle', ['surface']],
  ['accent', ['surface', 'selected']],
  ['mark', ['surface', 'track']],
  ['line-strong', ['surface', 'canvas']],
  ['focus', ['surface', 'canvas']],
];

/** Text needs 4.5, what must be seen to be used or understood 3. The muted bar carries its value beside it. */
export const pairs: readonly Pair[] = [
  ...text.flatMap(([front, backs]) => backs.map((back) => ({ front, back, least: 4.5 }))),
  ...marks.flatMap(([front, backs]) => backs.map((back) => ({ front, back, least: 3 }))),
  { front: 'bar-muted', back: 'surface', least: 1.5 },
];

/** Contrast of two colours `#RRGGBB`, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The pairs of a scheme below their limit. */
export function listTooFaint(scheme: Scheme, among: readonly Pair[] = pairs): (Pair & { contrast: number })[] {
  return among
    .map((pair) => ({ ...pair, contrast: contrast(scheme[pair.front], scheme[pair.back]) }))
    .filter((pair) => pair.contrast < pair.least);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) =>
    linear(Number.parseInt(colour.slice(start, start + 2), 16) / 255),
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
