/** A quarter of a year, with its first and last day as `YYYY-MM-DD`. */
export interface Quarter {
  key: string;
  firstDay: string;
  lastDay: string;
}

/** So many quarters in their order, from the one called `2027-Q1`, or else the one in which a day lies. */
export function quartersFrom(from: string | undefined, today: string, count: number): Quarter[] {
  const [year = '0', number = '1'] = (from ?? keyOf(today)).split('-Q');
  const first = Number(year) * 4 + Number(number) - 1;
  return Array.from({ length: count }, (_, index) => quarterAt(first + index));
}

/** The key of the quarter that lies so many quarters before or after another. */
export function quarterBeside(key: string, by: number): string {
  const [year = '0', number = '1'] = key.split('-Q');
  return quarterAt(Number(year) * 4 + Number(number) - 1 + by).key;
}

function keyOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;
}

function quarterAt(index: number): Quarter {
  const [year, place] = [Math.floor(index / 4), index % 4];
  const lastDay = new Date(Date.UTC(year, place * 3 + 3, 0)).toISOString().slice(0, 10);
  const firstDay = `${year}-${String(place * 3 + 1).padStart(2, '0')}-01`;
  return { key: `${year}-Q${place + 1}`, firstDay, lastDay };
}
