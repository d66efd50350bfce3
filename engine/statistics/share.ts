/** `part` of `whole` as a fraction between 0 and 1; null when there is no whole to take a part of. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
