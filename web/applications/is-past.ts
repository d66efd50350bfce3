/** Whether an instant is over; at its very second it is. */
export function isPast(instant: string, now = new Date()): boolean {
  return new Date(instant) <= now;
}
