const dayMs = 86_400_000;

/** The four weeks from tomorrow, first and last day. */
export function coming(now = Date.now()): { from: string; until: string } {
  const day = (later: number) => new Date(now + later * dayMs).toISOString().slice(0, 10);
  return { from: day(1), until: day(28) };
}
