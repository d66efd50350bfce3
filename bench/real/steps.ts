export interface StepTaken {
  step: string;
  seconds: number;
  /** Of this process, its threads included and the database not: other work on the machine lengthens `seconds`, hardly this. */
  processorSeconds: number;
  what: string;
}

/** Times of steps, in the order in which they were taken. */
export class Steps {
  readonly done: StepTaken[] = [];

  /** Takes a step and notes how long it took; `tell` says what came of it. */
  async take<T>(step: string, act: () => Promise<T>, tell: (result: T) => string = () => ''): Promise<T> {
    const [startedAt, processorAt] = [performance.now(), process.cpuUsage()];
    const result = await act();
    const { user, system } = process.cpuUsage(processorAt);
    const seconds = hundredths((performance.now() - startedAt) / 1_000);
    const processorSeconds = hundredths((user + system) / 1_000_000);
    this.done.push({ step, seconds, processorSeconds, what: tell(result) });
    console.error(
      `${seconds.toFixed(2).padStart(8)} s, ${processorSeconds.toFixed(2)} s of the processor  ${step}: ${tell(result)}`,
    );
    return result;
  }
}

function hundredths(seconds: number): number {
  return Math.round(seconds * 100) / 100;
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
