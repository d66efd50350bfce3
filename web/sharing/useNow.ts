import { useState } from 'react';

/** The time at which this part of the page was first shown; drawing it again does not move it. */
export function useNow(): Date {
  const [now] = useState(() => new Date());
  return now;
}
