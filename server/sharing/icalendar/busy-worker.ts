import { parentPort, workerData } from 'node:worker_threads';
import { busyTimes, type Window } from './busy-times.ts';

const { text, window } = workerData as { text: string; window: Window };
parentPort?.postMessage(busyTimes(text, window));
