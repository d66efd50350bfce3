import { Worker } from 'node:worker_threads';

/** What is typeset: a template of ours, and the data that it shows. Nothing in the data is run. */
export interface Typeset {
  /** Absolute path of a `.typ` file. It reads `json(bytes(sys.inputs.data))` and attaches `sys.inputs.attachment`. */
  template: string;
  data: object;
  /** Text of the file that the template attaches. */
  attachment: string;
  createdAt: Date;
}

/** What the thread answers. */
export interface TypesetAnswer {
  id: number;
  pdf?: Uint8Array;
  failure?: string;
}

/** How long a thread with its loaded fonts waits for the next document. */
const idleMs = 60_000;

/** The document could not be made; the message is the typesetter's. */
export class TypesetError extends Error {
  override readonly name = 'TypesetError';
}

interface Waiting {
  resolve: (pdf: Uint8Array) => void;
  reject: (error: Error) => void;
}

/**
 * Makes accessible PDFs (PDF/UA-1, ISO 14289-1) with Typst, one after the other in a thread of its own: a long document
 * takes a second of a processor, in which no request shall wait.
 */
export class Typesetter {
  #worker: Worker | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;
  #idle: NodeJS.Timeout | undefined;

  pdf(document: Typeset): Promise<Uint8Array> {
    clearTimeout(this.#idle);
    const id = this.#next++;
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, ...document });
    });
  }

  async stop(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL('./typeset-worker.ts', import.meta.url));
    worker.unref();
    worker.on('message', (answer: TypesetAnswer) => this.#settle(answer));
    worker.on('error', (error) => this.#fail(worker, error));
    worker.on('exit', () => this.#fail(worker, new TypesetError('the typesetter ended')));
    return worker;
  }

  #settle({ id, pdf, failure }: TypesetAnswer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (pdf) waiting?.resolve(pdf);
    else waiting?.reject(new TypesetError(failure ?? 'the typesetter gave no reason'));
    if (this.#waiting.size > 0) return;
    this.#idle = setTimeout(() => void this.stop(), idleMs);
    this.#idle.unref();
  }

  #fail(worker: Worker, error: unknown): void {
    if (this.#worker === worker) this.#worker = undefined;
    for (const { reject } of this.#waiting.values())
      reject(error instanceof Error ? error : new TypesetError(String(error)));
    this.#waiting.clear();
  }
}

/** One per process: it holds 30 MB of fonts while it works. */
export const typesetter = new Typesetter();
