/** What time it is. Tests freeze it; nothing else in the server reads the system's clock to decide. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
