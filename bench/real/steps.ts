/** Times of steps, in the order in which they were taken. */
export class Steps {
  readonly done: { step: string; seconds: number; what: string }[] = [];

  /** Takes a step and notes how long it took; `tell` says what came of it. */
  async take<T>(step: string, act: () => Promise<T>, tell: (result: T) => string = () => ''): Promise<T> {
    const startedAt = performance.now();
    const result = await act();
    const seconds = Math.round((performance.now() - startedAt) / 10) / 100;
    this.done.push({ step, seconds, what: tell(result) });
    console.error(`${seconds.toFixed(2).padStart(8)} s  ${step}: ${tell(result)}`);
    return result;
  }
}

/** Acts on each, so many at a time, as so many people would. */
export async function eachOf<T>(items: readonly T[], act: (item: T) => Promise<unknown>, width = 8): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const item = items[next];
      next += 1;
      if (item !== undefined) await act(item);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
}
