import { Skeleton } from '@mantine/core';
import { Loading } from '../ui/Loading.tsx';

/** The shape of a page while it is on its way. */
export function PageLoading() {
  return (
    <>
      <div className="ph">
        <Skeleton h={30} w="min(420px, 80%)" />
      </div>
      <Loading rows={6} />
    </>
  );
}
