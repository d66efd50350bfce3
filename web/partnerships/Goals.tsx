import type { GoalView, PartnershipDetail } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { OrgMark } from '../ui/OrgMark.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { Section } from '../ui/Section.tsx';
import { Status } from '../ui/Status.tsx';
import { GoalModal } from './GoalModal.tsx';
import { partnershipChanged } from './partnership-query.ts';

/** What the partners work to, who sees to it, and by when. */
export function Goals({ view }: { view: PartnershipDetail }) {
  const { t } = useLingui();
  const [isAdding, setAdding] = useState(false);
  return (
    <Section
      title={t`Goals`}
      aside={
        view.abilities.change && (
          <Button size="compact-sm" variant="subtle" onClick={() => setAdding(true)}>
            <Trans>Set a goal</Trans>
          </Button>
        )
      }
    >
      {view.goals.length === 0 ? (
        <p className="cap">
          <Trans>No goals yet. A goal has an owner among the members and, best, a date.</Trans>
        </p>
      ) : (
        <ul className="rows">
          {view.goals.map((goal) => (
            <GoalRow key={goal.id} view={view} goal={goal} />
          ))}
        </ul>
      )}
      {isAdding && <GoalModal view={view} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function GoalRow({ view, goal }: { view: PartnershipDetail; goal: GoalView }) {
  const { t } = useLingui();
  const [isChanging, setChanging] = useState(false);
  const canChange = view.abilities.change;
  const { date } = useFormat();
  const reach = useMutation({
    mutationFn: () => {
      const { text, dueOn, owner } = goal;
      const reachedOn = new Date().toISOString().slice(0, 10);
      return api.put<PartnershipDetail>(
        `/partnership-goals/${goal.id}`,
        { text, dueOn, ownerId: owner.id, reachedOn },
        { ifMatch: goal.version },
      );
    },
    onSuccess: partnershipChanged,
  });
  return (
    <li className="row goal-row">
      <OrgMark text={goal.owner.shortMark} name={goal.owner.name} />
      <div>
        <div className="row-t">{goal.text}</div>
        <div className="cap">
          {goal.owner.name}
          {goal.dueOn && (
            <>
              {' · '}
              <span className="num">{t`by ${date(goal.dueOn)}`}</span>
            </>
          )}
        </div>
        <ProblemNote error={reach.error} />
      </div>
      <span className="goal-state">
        {goal.reachedOn && <Status tone="good">{t`Reached ${date(goal.reachedOn)}`}</Status>}
        {canChange && !goal.reachedOn && (
          <Button size="compact-sm" variant="subtle" loading={reach.isPending} onClick={() => reach.mutate()}>
            <Trans>Reached</Trans>
          </Button>
        )}
        {canChange && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t`Change the goal ${goal.text}`}
            onClick={() => setChanging(true)}
          >
            <Trans>Change</Trans>
          </Button>
        )}
      </span>
      {isChanging && <GoalModal view={view} goal={goal} onClose={() => setChanging(false)} />}
    </li>
  );
}
