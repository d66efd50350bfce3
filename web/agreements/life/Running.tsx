import type { AgreementView } from '@collegium/contract/agreements/views';
import { participationMachine } from '@collegium/contract/states/participation';
import { Plural, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../i18n/useFormat.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Section } from '../../ui/Section.tsx';
import { Status } from '../../ui/Status.tsx';
import { runningQuery } from './running-query.ts';

/** Who takes part under the agreement now; all of them stay when it ends. */
export function Running({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const { text, language } = useFormat();
  const { data, error, refetch } = useQuery(runningQuery(view.id));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const { length } = data.items;
  return (
    <Section
      title={t`Running under this agreement`}
      aside={data.next ? t`the latest 20` : <Plural value={length} one="# participation" other="# participations" />}
    >
      {length === 0 && (
        <Empty
          title={t`Nobody takes part at the moment`}
          why={t`Whoever takes part between the parties appears here, and stays when the agreement ends.`}
        />
      )}
      <ul className="rows">
        {data.items.map((one) => (
          <li key={one.id}>
            <div className="row running-row">
              <span>
                <span className="row-t">{text(one.offer)}</span>
                <span className="sub">{t`From ${one.home} to ${one.provider}`}</span>
              </span>
              <Status tone={participationMachine.states[one.state].tone}>
                {participationMachine.states[one.state][language]}
              </Status>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
