import { lazy, Suspense } from 'react';
import type { ConfirmModalProps } from './ConfirmDialog.tsx';

const Dialog = lazy(() => import('./ConfirmDialog.tsx').then((module) => ({ default: module.ConfirmDialog })));

/** Asks before an act that binds or hurts. Rendered only while it is open; what draws it is loaded then, since most pages are only read. */
export function ConfirmModal(props: ConfirmModalProps) {
  return (
    <Suspense fallback={null}>
      <Dialog {...props} />
    </Suspense>
  );
}
