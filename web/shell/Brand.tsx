import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Mark } from '../ui/Mark.tsx';

/** The name, leading to the first page. */
export function Brand({ size = 22 }: { size?: number }) {
  const { t } = useLingui();
  return (
    <Link to="/" className="brand" preload={false} aria-label={t`Collegium, first page`} activeProps={{}}>
      <Mark size={size} />
      Collegium
    </Link>
  );
}
