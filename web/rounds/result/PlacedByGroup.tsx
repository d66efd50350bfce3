import type { GroupResult, ResultView } from '@collegium/contract/allocation';
import { Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { Section } from '../../ui/Section.tsx';

/** Points below everyone from which on a group is pointed at. */
const farBelow = 0.05;

/** The share placed of every home organisation beside the share of all; small groups are hidden. */
export function PlacedByGroup({ result }: { result: ResultView }) {
  const { t } = useLingui();
  const { byOrganisation, placed, learners, smallGroupThreshold } = result;
  const average = learners === 0 ? 0 : placed / learners;
  const everyone: GroupResult = { name: t`Everyone`, learners, placed };
  const shares = byOrganisation.flatMap(shareOf);
  const least = Math.floor(Math.min(average, ...shares) * 20) / 20 - 0.05;
  const most = Math.min(1, Math.max(average, ...shares) + 0.02);
  const position = (share: number) => ((share - least) / Math.max(0.01, most - least)) * 100;
  return (
    <Section title={t`Placed, by home`} aside={t`groups under ${smallGroupThreshold} hidden`}>
      <ul className="eq" style={{ ['--eq-all' as string]: `${position(average)}%` }}>
        {[everyone, ...byOrganisation].map((group, index) => (
          <Row key={group.name} group={group} average={average} position={position} isAll={index === 0} />
        ))}
      </ul>
    </Section>
  );
}

function shareOf({ placed, learners }: GroupResult): number[] {
  return placed === null || !learners ? [] : [placed / learners];
}

interface RowProps {
  group: GroupResult;
  average: number;
  position: (share: number) => number;
  isAll: boolean;
}

function Row({ group, average, position, isAll }: RowProps) {
  const { number, share } = useFormat();
  const [own] = shareOf(group);
  const isFarBelow = own !== undefined && average - own >= farBelow;
  const [from, to] = own === undefined ? [0, 0] : [position(Math.min(own, average)), position(Math.max(own, average))];
  return (
    <li className={isAll ? 'eq-r all' : 'eq-r'}>
      <span className="sub eq-n">
        {group.name} <span className="cap num">{group.learners !== null && number(group.learners)}</span>
      </span>
      <span className="eq-b" aria-hidden>
        {own !== undefined && (
          <>
            {!isAll && (
              <em className={isFarBelow ? 'w' : ''} style={{ insetInlineStart: `${from}%`, width: `${to - from}%` }} />
            )}
            <i className={isFarBelow ? 'w' : ''} style={{ insetInlineStart: `${position(own)}%` }} />
          </>
        )}
      </span>
      <span className={isFarBelow ? 'num sub end far' : 'num sub end'}>
        {own === undefined ? <Trans>hidden</Trans> : share(own)}
      </span>
    </li>
  );
}
