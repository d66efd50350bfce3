import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { IconChevronRight } from '@tabler/icons-react';
import { useEffect } from 'react';
import { networksQuery } from '../api/networks.ts';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Status } from '../ui/Status.tsx';
import { usePageTitle } from '../ui/usePageTitle.ts';

/** The page at `/`: the networks of this deployment. With only one there is nothing to choose, and it opens. */
export function NetworksPage() {
  const { t } = useLingui();
  const { data: networks, error, refetch } = useQuery(networksQuery);
  const only = networks?.length === 1 ? networks[0] : undefined;
  usePageTitle(t`Networks`);
  useEffect(() => {
    if (only) window.location.replace(`/${only.slug}/`);
  }, [only]);
  return (
    <main className="gate">
      <div>
        <div className="brand">
          <Mark />
          Collegium
        </div>
        <h1>
          <Trans>Which network?</Trans>
        </h1>
        {error ? <Failed error={error} onRetry={() => void refetch()} /> : undefined}
        {!error && (!networks || only) && <Loading rows={3} />}
        {networks?.length === 0 && (
          <Empty
            title={t`There is no network yet`}
            why={t`Whoever runs this server creates one with “collegium network create”.`}
          />
        )}
        {networks && !only && (
          <ul className="rows">
            {networks.map(({ slug, name, isSample }) => (
              <li key={slug}>
                <a className="row hov network" href={`/${slug}/`}>
                  <span className="row-t">{name}</span>
                  {isSample && <Status tone="idle">{t`Sample, everybody in it is fictitious`}</Status>}
                  <IconChevronRight size={16} className="chev" aria-hidden />
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </main>
  );
}
