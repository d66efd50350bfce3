import type { PlanView } from '@collegium/contract/participation/plans';
import { useLingui } from '@lingui/react/macro';
import { Fragment, type ReactNode } from 'react';
import { useFormat } from '../i18n/useFormat.ts';
import { compareGoals } from './compare-plans.ts';

/** What a version changes against an earlier one: old words struck through, new ones underlined, both announced. */
export function PlanChanges({ before, after }: { before: PlanView; after: PlanView }) {
  const { t } = useLingui();
  const { date, number } = useFormat();
  const facts = [
    { name: t`First day`, from: date(before.startsOn), to: date(after.startsOn) },
    { name: t`Last day`, from: date(before.endsOn), to: date(after.endsOn) },
    { name: t`Hours`, from: number(before.hours), to: number(after.hours) },
    { name: t`Supervisor`, from: before.providerSupervisor?.name, to: after.providerSupervisor?.name },
    { name: t`Tutor at home`, from: before.homeSupervisor?.name, to: after.homeSupervisor?.name },
    { name: t`Tasks`, from: before.tasks, to: after.tasks },
  ].filter(({ from, to }) => (from ?? '') !== (to ?? ''));
  const goals = compareGoals(before.goals, after.goals);
  if (facts.length + goals.length === 0) return <p className="sub">{t`The words are the same.`}</p>;
  return (
    <dl className="plan-changes">
      {facts.map(({ name, from, to }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>
            <Change from={from} to={to} />
          </dd>
        </Fragment>
      ))}
      {goals.map((goal) => (
        <Fragment key={goal.id}>
          <dt>{t`Goal`}</dt>
          <dd>
            <Change from={goal.before} to={goal.after} />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Change({ from, to }: { from: string | undefined; to: string | undefined }): ReactNode {
  const { t } = useLingui();
  return (
    <>
      {from && (
        <del>
          <span className="vh">{t`Removed:`} </span>
          {from}
        </del>
      )}
      {to && (
        <ins>
          <span className="vh">{t`Added:`} </span>
          {to}
        </ins>
      )}
    </>
  );
}
