import type { AgreementView } from '@collegium/contract/agreements/views';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { runningQuery } from './running-query.ts';

interface FollowsProps {
  view: AgreementView;
  decides?: string;
  follows: string;
}

/** What an act means, before it is done: who decides, what follows, and what becomes of those who take part. */
export function Follows({ view, decides, follows }: FollowsProps) {
  const { t } = useLingui();
  const { data } = useQuery(runningQuery(view.id));
  const count = data?.items.length ?? 0;
  const running = plural(count, {
    one: '# participation runs under it now. It goes on to its end, on the terms under which it began.',
    other: '# participations run under it now. They go on to their end, on the terms under which they began.',
  });
  const many = t`More than ${count} participations run under it now. They go on to their end, on the terms under which they began.`;
  return (
    <div className="life-follows">
      <p>{follows}</p>
      {decides && <p className="sub">{decides}</p>}
      {data && (
        <p className="sub">{count === 0 ? t`Nobody takes part under it at the moment.` : data.next ? many : running}</p>
      )}
    </div>
  );
}
