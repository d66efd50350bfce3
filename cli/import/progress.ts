import { statSync } from 'node:fs';

interface Terminal {
  isTTY?: boolean;
  write: (text: string) => unknown;
}

export interface Progress {
  show: (now: { rows: number; bytes: number }) => void;
  end: () => void;
}

/** So often a log gets a line; a terminal is kept up to date. */
const logEveryMs = 5_000;
const drawEveryMs = 100;
const barLength = 24;

/** Shows on a terminal a bar, elsewhere now and then a line: rows, and rows in a second. */
export function progressTo(out: Terminal, file: string, now: () => number = Date.now): Progress {
  const total = file === '-' ? undefined : sizeOf(file);
  const startedAt = now();
  let shownAt = startedAt;
  let isDrawn = false;
  return {
    show: ({ rows, bytes }) => {
      const at = now();
      if (at - shownAt < (out.isTTY ? drawEveryMs : logEveryMs)) return;
      shownAt = at;
      const speed = Math.round(rows / Math.max(0.001, (at - startedAt) / 1_000));
      const words = `${rows} rows, ${speed} rows/s`;
      isDrawn = out.isTTY === true;
      out.write(isDrawn ? `\r${barOf(bytes, total)}${words}\u001B[K` : `${words}\n`);
    },
    end: () => {
      if (isDrawn) out.write('\r\u001B[K');
      isDrawn = false;
    },
  };
}

function barOf(bytes: number, total: number | undefined): string {
  if (!total) return '';
  const share = Math.min(1, bytes / total);
  const full = Math.round(share * barLength);
  return `${'█'.repeat(full)}${'░'.repeat(barLength - full)} ${String(Math.floor(share * 100)).padStart(3)} %  `;
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}
