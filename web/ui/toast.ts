import { t } from '@lingui/core/macro';

let showHost: () => void = () => {};

/** Confirms in passing that something was done. Never the only place of a fact, and never for a failure: that stays on the page. */
export async function toast(message: string): Promise<void> {
  showHost();
  const { notifications } = await import('@mantine/notifications');
  notifications.show({ message, withCloseButton: true, closeButtonProps: { 'aria-label': t`Close` }, autoClose: 5000 });
}

/** Hears when a toast is first wanted. Returns how to stop. */
export function onFirstToast(show: () => void): () => void {
  showHost = show;
  return () => {
    showHost = () => {};
  };
}
