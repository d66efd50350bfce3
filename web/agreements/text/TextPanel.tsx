import type { AgreementView, VersionText } from '@collegium/contract/agreements/views';
import { readClause } from '@collegium/contract/agreements/read-clause';
import { redline } from '@collegium/contract/agreements/redline/index';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { commentsQuery, versionQuery } from '../agreement-query.ts';
import { ClauseText } from './ClauseText.tsx';
import { Contents } from './Contents.tsx';
import { useReading } from './useReading.ts';

const route = getRouteApi('/open/member/agreements/$agreementId');

/** The text: the version that is negotiated with its changes against the one in force, or either by itself. */
export function TextPanel({ view }: { view: AgreementView }) {
  const { version, against } = route.useSearch();
  const later = useText(view, version ?? view.open?.number ?? view.inForce?.number);
  const earlier = useText(view, against ?? (version === undefined && view.open ? view.inForce?.number : undefined));
  const error = later.error ?? earlier.error;
  if (error) return <Failed error={error} onRetry={() => void later.refetch()} />;
  if (!later.data || (earlier.isWanted && !earlier.data)) return <Loading />;
  return <Text view={view} after={later.data} before={earlier.isWanted ? earlier.data : undefined} />;
}

/** The text of a version: what came with the agreement, else read by itself. */
function useText(view: AgreementView, number: number | undefined) {
  const known = [view.open, view.inForce].find((text) => text !== null && text.number === number) ?? undefined;
  const isWanted = number !== undefined;
  const query = useQuery({ ...versionQuery(view.id, number ?? 0), enabled: isWanted && known === undefined });
  return { data: known ?? query.data, error: query.error, refetch: query.refetch, isWanted };
}

type Shown = 'changes' | 'after' | 'before';

function Text({ view, after, before }: { view: AgreementView; after: VersionText; before: VersionText | undefined }) {
  const { t } = useLingui();
  const reading = useReading(view);
  const [shown, setShown] = useState<Shown>('changes');
  const comments = useQuery(commentsQuery(view.id));
  const read = useMemo(() => {
    const [old, now] = [before, after].map((text) => text?.clauses.map((clause) => readClause(clause, reading)) ?? []);
    const [from = [], to = []] = [old, now];
    if (before === undefined || shown === 'after') return redline(to, to);
    return shown === 'before' ? redline(from, from) : redline(from, to);
  }, [before, after, reading, shown]);
  const differing = before && shown === 'changes' ? read.changed : undefined;
  const insertions = plural(read.insertions, { one: '# insertion', other: '# insertions' });
  const deletions = plural(read.deletions, { one: '# deletion', other: '# deletions' });
  return (
    <div className="agreement-text">
      <Contents clauses={read.clauses} differing={differing} />
      <article aria-label={t`Agreement text`} className="agreement-doc">
        {before && (
          <div className="agreement-bar noprint">
            <SegmentedControl
              aria-label={t`Which text`}
              value={shown}
              onChange={(value) => setShown(value)}
              data={[
                { value: 'changes', label: t`Changes` },
                { value: 'after', label: t`Version ${after.number}` },
                { value: 'before', label: t`Version ${before.number}` },
              ]}
            />
            {shown === 'changes' && <span className="sub">{t`${insertions} and ${deletions}`}</span>}
          </div>
        )}
        {read.clauses.map((clause) => (
          <ClauseText
            key={clause.key}
            clause={clause}
            comments={(comments.data?.items ?? []).filter((comment) => comment.clauseKey === clause.key)}
          />
        ))}
      </article>
    </div>
  );
}
