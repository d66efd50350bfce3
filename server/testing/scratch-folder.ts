import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder `/tmp/collegium-<purpose>-…` that PostgreSQL's own user may pass through, so that its data stays inside. */
export function createScratchFolder(purpose: string): string {
  const folder = mkdtempSync(join(tmpdir(), `collegium-${purpose}-`));
  chmodSync(folder, 0o711);
  return folder;
}
