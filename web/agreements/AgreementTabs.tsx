import type { AgreementView } from '@collegium/contract/agreements/views';
import { useLingui } from '@lingui/react/macro';
import { Tabs } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { agreementTabs } from '../routes/agreements.ts';
import { CommitmentsPanel } from './commitments/CommitmentsPanel.tsx';
import { DiscussionPanel } from './discussion/DiscussionPanel.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';
import { LifePanel } from './life/LifePanel.tsx';
import { TextPanel } from './text/TextPanel.tsx';
import { VersionsPanel } from './VersionsPanel.tsx';

const route = getRouteApi('/open/member/agreements/$agreementId');

/** The views of one agreement; which one is shown lives in the address. */
export function AgreementTabs({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const { tab = 'clauses' } = route.useSearch();
  const navigate = useNavigate({ from: '/agreements/$agreementId' });
  const panels = [
    ['clauses', t`Clauses`, TextPanel],
    ['commitments', t`Commitments`, CommitmentsPanel],
    ['discussion', t`Discussion`, DiscussionPanel],
    ['review', t`Versions`, VersionsPanel],
    ['life', t`Life`, LifePanel],
    ['history', t`History`, HistoryPanel],
  ] as const;
  return (
    <Tabs
      value={tab}
      keepMounted={false}
      onChange={(value) => {
        const next = agreementTabs.find((one) => one === value);
        void navigate({
          search: (search) => ({ ...search, tab: next === 'clauses' ? undefined : next }),
          replace: true,
        });
      }}
    >
      <Tabs.List mb={22} className="noprint">
        {panels.map(([value, label]) => (
          <Tabs.Tab key={value} value={value}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {panels.map(([value, , Panel]) => (
        <Tabs.Panel key={value} value={value}>
          <Panel view={view} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
