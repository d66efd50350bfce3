export { byFairShare, usedPart, type Request, type Standing } from './fair-share.ts';
export { mostAtOnce, nearestFree, type Span, type Wish } from './free-time.ts';
export {
  circles,
  openMinutes,
  openTo,
  type Circle,
  type DayException,
  type OpeningHours,
  type WeeklyHours,
} from './opening.ts';
export { findPlaces, type Gap, type PlaceNeeds, type Stretch } from './places.ts';
export { pack, type Holding, type Packing, type PoolWish } from './packing.ts';
export { beginningOf, minutesWithin, splitByPeriod, type Period } from './quota-periods.ts';
export { occurrencesOf, type Occurrences, type Recurring } from './recurrence.ts';
export { judge, type Asked, type Fault, type Terms } from './terms.ts';
export {
  addDays,
  addMinutes,
  dayOf,
  minuteOf,
  minutesBetween,
  readingAt,
  weekdayOf,
  type Day,
  type Reading,
} from './wall-clock.ts';
