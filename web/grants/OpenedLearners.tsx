import type { GrantView, OpenedLearner } from '@collegium/contract/grants';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { itemsOf } from '../api/pages.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Section } from '../ui/Section.tsx';
import { openedQuery } from './grant-query.ts';
import { useLearnerColumns } from './useLearnerColumns.tsx';

/** The learners whom a clause opens, with the fields that it opens and no others. Showing them is the look. */
export function OpenedLearners({ grant }: { grant: GrantView }) {
  const { t } = useLingui();
  const columns = useLearnerColumns(grant.fields);
  const query = useInfiniteQuery(openedQuery(grant.id));
  const learners: OpenedLearner[] = itemsOf(query.data);
  const count = learners.length;
  return (
    <Section
      title={t`Learners`}
      aside={query.data && !query.hasNextPage && <Plural value={count} one="# learner" other="# learners" />}
    >
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.data && count === 0 && (
        <Empty
          title={t`The clause opens nobody’s data at the moment`}
          why={t`Whoever takes part in something of yours appears here as long as the clause stands. Nobody was looked at.`}
        />
      )}
      {count > 0 && (
        <DataTable
          label={t`Learners whom the clause opens`}
          rows={learners}
          keyOf={({ personId }) => personId}
          columns={columns}
        />
      )}
      {query.hasNextPage && (
        <Button mt={16} loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          <Trans>Look at more</Trans>
        </Button>
      )}
    </Section>
  );
}
