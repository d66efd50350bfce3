import type { Session } from '../api/session.ts';
import { lazy, Suspense, useEffect, useState } from 'react';
import { onPaletteWanted } from './palette-state.ts';

const CommandPalette = lazy(() =>
  import('./CommandPalette.tsx').then((module) => ({ default: module.CommandPalette })),
);

/** Waits for the palette to be wanted; its code is loaded only then. */
export function CommandPaletteHost({ session }: { session: Session }) {
  const [opens, setOpens] = useState(0);
  useEffect(() => onPaletteWanted(() => setOpens((count) => count + 1)), []);
  if (opens === 0) return null;
  return (
    <Suspense fallback={null}>
      <CommandPalette session={session} opens={opens} />
    </Suspense>
  );
}
