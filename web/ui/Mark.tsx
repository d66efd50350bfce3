const segments = [
  [-52, 20],
  [32, 104],
  [116, 188],
  [200, 272],
] as const;

/** The mark: a ring built by several hands; the open segment is the one who joins next. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden fill="none" strokeWidth="3.6">
      {segments.map(([from, to], index) => (
        <path
          key={from}
          d={`M${onRing(from)} A9 9 0 0 1 ${onRing(to)}`}
          stroke={index === 0 ? 'var(--c-mark)' : 'currentColor'}
        />
      ))}
    </svg>
  );
}

function onRing(degrees: number): string {
  const radians = (degrees * Math.PI) / 180;
  return `${12 + 9 * Math.cos(radians)} ${12 + 9 * Math.sin(radians)}`;
}
