import { Skeleton } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';

/** Copies the shape of the rows that are on their way. */
export function Loading({ rows = 4 }: { rows?: number }) {
  const { t } = useLingui();
  return (
    <div role="status" aria-busy="true" aria-label={t`Loading`}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="row loading-row">
          <Skeleton h={28} w={28} radius="sm" />
          <div>
            <Skeleton h={11} w={`${62 - (index % 4) * 7}%`} />
            <Skeleton h={9} mt={8} w={`${40 - (index % 4) * 4}%`} />
          </div>
          <Skeleton h={11} />
        </div>
      ))}
    </div>
  );
}
