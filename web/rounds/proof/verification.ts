import { apiUrl } from '../../api/client.ts';

/** Addresses of the public files of a run. */
export interface VerificationTask {
  proofUrl: string;
  problemUrl: string;
  resultUrl: string;
}

/** What came of running an allocation again in the reader's own browser. */
export interface Verification {
  /** The published seed has the hash that was published before the deadline, and is the one that was used. */
  seedMatches: boolean;
  /** The problem file has the hash that the round names. */
  inputMatches: boolean;
  /** Everybody gets the same place again. */
  resultMatches: boolean;
  blockingPairs: number;
  learners: number;
  milliseconds: number;
}

/** Runs the allocation of a round again in a thread of this browser. Rejects when it cannot be read or solved. */
export function verifyRun(roundId: string): Promise<Verification> {
  const worker = new Worker(new URL('./verify.worker.ts', import.meta.url), { type: 'module' });
  const absolute = (path: string) => new URL(apiUrl(`/rounds/${roundId}${path}`), window.location.href).href;
  const task: VerificationTask = {
    proofUrl: absolute('/proof'),
    problemUrl: absolute('/problem.json'),
    resultUrl: absolute('/proof/result'),
  };
  return new Promise<Verification>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Verification | { failed: string }>) => {
      if ('failed' in data) reject(new Error(data.failed));
      else resolve(data);
    });
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}
