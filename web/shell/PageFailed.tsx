import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Failed } from '../ui/Failed.tsx';

/** A page whose data did not arrive: what happened, and the way to try again. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return <Failed error={error} onRetry={() => void router.invalidate().then(reset)} />;
}
