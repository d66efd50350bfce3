/** What a partner was promised and has used, in minutes. */
export interface Standing {
  promisedMinutes: number;
  usedMinutes: number;
}

/** A request for time, with the standing of the partner on whose behalf it is made. */
export interface Request {
  id: string;
  partnerId: string;
  /** Order of arrival; decides between equals. */
  number: number;
}

/** The part of its share that a partner has used: 0.5 is half. Who was promised nothing comes after everybody who was. */
export function usedPart({ promisedMinutes, usedMinutes }: Standing): number {
  return promisedMinutes === 0 ? Number.POSITIVE_INFINITY : usedMinutes / promisedMinutes;
}

/** Requests in the order in which they are served: who used least of its share first, then who asked first. */
export function byFairShare<T extends Request>(requests: readonly T[], standings: ReadonlyMap<string, Standing>): T[] {
  const partOf = (request: T) => usedPart(standings.get(request.partnerId) ?? { promisedMinutes: 0, usedMinutes: 0 });
  return [...requests].sort((a, b) => compare(partOf(a), partOf(b)) || a.number - b.number);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
