import { lazy, Suspense, useEffect, useState } from 'react';
import { onFirstToast } from './toast.ts';

const Notifications = lazy(async () => {
  await import('@mantine/notifications/styles.layer.css');
  const module = await import('@mantine/notifications');
  return { default: module.Notifications };
});

/** Where toasts appear; loaded with the first one. */
export function ToastHost() {
  const [isWanted, setWanted] = useState(false);
  useEffect(() => onFirstToast(() => setWanted(true)), []);
  return isWanted ? (
    <Suspense fallback={null}>
      <Notifications position="bottom-right" limit={3} />
    </Suspense>
  ) : null;
}
