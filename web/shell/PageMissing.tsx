import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Empty } from '../ui/Empty.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

/** Nothing at this address, or nothing that the reader may see; the two are not told apart. */
export function PageMissing() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`There is nothing at this address`} />
      <Empty
        title={t`Perhaps it was here once`}
        why={t`It may have been withdrawn, or it is not shared with the organisation you act for.`}
        action={
          <Button size="xs" component={Link} to="/">
            <Trans>Go to the first page</Trans>
          </Button>
        }
      />
    </>
  );
}
