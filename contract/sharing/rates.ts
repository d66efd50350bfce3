import type { Rate } from './rules.ts';
import { circles, type Circle } from './terms.ts';

/** The rate of a circle; one without a rate of its own pays that of the next wider one, which admits it as well. */
export function rateFor(rates: readonly Rate[], circle: Circle): Rate | undefined {
  return circles
    .slice(circles.indexOf(circle))
    .flatMap((one) => rates.find(({ audience }) => audience === one) ?? [])
    .at(0);
}
