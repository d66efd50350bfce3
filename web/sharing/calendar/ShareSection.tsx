import { Trans, useLingui } from '@lingui/react/macro';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSessionOrNull } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { initials } from '../../ui/initials.ts';
import { OrgMark } from '../../ui/OrgMark.tsx';
import { PromiseBar } from '../../ui/PromiseBar.tsx';
import { Section } from '../../ui/Section.tsx';
import { Status } from '../../ui/Status.tsx';
import { resourceQuery } from '../queries.ts';
import { standingOf } from './standing.ts';
import { useNow } from '../useNow.ts';

/** Hours promised and used by partner: who is behind its pace goes first when more is asked for than there is. */
export function ShareSection({ resourceId }: { resourceId: string }) {
  const { t } = useLingui();
  const { text, number } = useFormat();
  const ownId = useSessionOrNull()?.acting.organisation.id;
  const now = useNow();
  const { data: resource } = useQuery(resourceQuery(resourceId));
  if (!resource || resource.shares.length === 0) return <span />;
  const widest = Math.max(...resource.shares.map(({ promisedMinutes }) => promisedMinutes));
  return (
    <Section
      title={t`${text(resource.name)}: hours promised and used`}
      aside={
        <>
          <span className="key-tick" aria-hidden />
          <Trans>fair pace today</Trans>
        </>
      }
    >
      <ul className="rows">
        {resource.shares.map((share) => {
          const { used, promised, pace, difference, tone } = standingOf(share, now);
          return (
            <li key={share.id}>
              <div className="row shr">
                <OrgMark text={initials(share.organisationName)} size={22} isYou={share.organisationId === ownId} />
                <span className="sub">
                  {share.organisationId === ownId ? t`${share.organisationName}, you` : share.organisationName}
                </span>
                <div style={{ width: `${(share.promisedMinutes / widest) * 100}%`, minWidth: 60 }} className="pb-box">
                  <PromiseBar
                    delivered={used}
                    promised={promised}
                    expected={pace}
                    unit={t`hours`}
                    tone={tone === 'good' ? 'active' : tone}
                  />
                </div>
                <span className="num sub end">
                  <Trans>
                    <b className="strong">{number(used)}</b> of {number(promised)} h
                  </Trans>
                </span>
                <Status tone={tone}>
                  {tone === 'good'
                    ? t`On pace`
                    : tone === 'wait'
                      ? t`${number(difference)} h over pace`
                      : t`${number(difference)} h unused`}
                </Status>
              </div>
            </li>
          );
        })}
      </ul>
      <p className="sub shr-n">
        <IconInfoCircle size={15} stroke={1.7} aria-hidden />
        {resource.rules.fairShareHours === null ? (
          <Trans>Who books first holds it; the hours show whether the agreement is kept.</Trans>
        ) : (
          <Trans>When two partners want the same hours, the one further below its pace goes first.</Trans>
        )}
      </p>
    </Section>
  );
}
