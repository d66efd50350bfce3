import { parentPort, workerData } from 'node:worker_threads';
import { busyTimes, type Window } from './busy-times.ts';

const { text, window } = workerData as { text: string; window: Window };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(busyTimes(text, window));
