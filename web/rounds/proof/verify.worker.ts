import { commitSeed, solve, type Problem } from '@collegium/matching';
import type { Verification, VerificationTask } from './verification.ts';

/** The thread in which a reader's own browser runs an allocation again, with the same engine and only public files. */
self.addEventListener('message', ({ data }: MessageEvent<VerificationTask>) => {
  verify(data).then(answer, (error: unknown) => answer({ failed: String(error) }));
});

function answer(message: Verification | { failed: string }): void {
  self.postMessage(message);
}

async function verify({ proofUrl, problemUrl, resultUrl }: VerificationTask): Promise<Verification> {
  const [proof, text, published] = await Promise.all([
    read<{ commitment: string; seed: string; inputSha256: string }>(proofUrl),
    fetch(problemUrl).then((response) => response.text()),
    read<{ allocation: Record<string, string | null> }>(resultUrl),
  ]);
  const started = performance.now();
  const problem = JSON.parse(text) as Problem;
  const result = solve(problem);
  const learners = Object.keys(result.allocation);
  const differing = learners.filter((learner) => result.allocation[learner] !== published.allocation[learner]);
  return {
    seedMatches: commitSeed(proof.seed) === proof.commitment && problem.seed === proof.seed,
    inputMatches: (await sha256(text)) === proof.inputSha256,
    resultMatches: differing.length === 0 && learners.length === Object.keys(published.allocation).length,
    blockingPairs: result.statistics.blockingPairs,
    learners: learners.length,
    milliseconds: Math.round(performance.now() - started),
  };
}

async function read<T>(url: string): Promise<T> {
  const response = await fetch(url, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return (await response.json()) as T;
}

/** By the browser's own SHA-256, and not by ours. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
