import { wallClockOf } from '@collegium/contract/wall-clock';

/** How the clocks of a place stand to the reader’s at an instant: its city, and `+6 h` when they differ. */
export function zoneWords(
  placeZone: string,
  readerZone: string,
  at: Date,
): { city: string; difference: string; isSame: boolean } {
  const minutes =
    (Date.parse(`${wallClockOf(at, placeZone)}Z`) - Date.parse(`${wallClockOf(at, readerZone)}Z`)) / 60_000;
  const hours = Math.abs(minutes) / 60;
  const sign = minutes < 0 ? '−' : '+';
  return {
    city: cityOf(placeZone),
    difference: `${sign}${Number.isInteger(hours) ? hours : hours.toFixed(1)} h`,
    isSame: minutes === 0,
  };
}

/** `Europe/Rotterdam` → `Rotterdam`. */
export function cityOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}
