import type { GoalView, PartnershipDetail } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { OrgMark } from '../ui/OrgMark.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { Section } from '../ui/Section.tsx';
import { Status } from '../ui/Status.tsx';
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
            <GoalRow key={goal.id} goal={goal} canChange={view.abilities.change} />
          ))}
        </ul>
      )}
      {isAdding && <GoalModal view={view} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function GoalRow({ goal, canChange }: { goal: GoalView; canChange: boolean }) {
  const { t } = useLingui();
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
      {goal.reachedOn ? (
        <Status tone="good">{t`Reached ${date(goal.reachedOn)}`}</Status>
      ) : (
        canChange && (
          <Button size="compact-sm" variant="subtle" loading={reach.isPending} onClick={() => reach.mutate()}>
            <Trans>Reached</Trans>
          </Button>
        )
      )}
    </li>
  );
}

function GoalModal({ view, onClose }: { view: PartnershipDetail; onClose: () => void }) {
  const { t } = useLingui();
  const members = view.members.filter(({ leftOn }) => leftOn === null);
  const [values, setValues] = useState({ text: '', ownerId: members[0]?.organisation.id ?? '', dueOn: '' });
  const add = useMutation({
    mutationFn: () =>
      api.post<PartnershipDetail>(`/partnerships/${view.id}/goals`, {
        ...values,
        dueOn: values.dueOn === '' ? null : values.dueOn,
      }),
    onSuccess: (detail) => {
      partnershipChanged(detail);
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t`Set a goal`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <TextInput
          required
          minLength={3}
          data-autofocus
          label={t`Goal`}
          description={t`What will be true when it is reached`}
          value={values.text}
          onChange={(event) => setValues({ ...values, text: event.currentTarget.value })}
        />
        <Select
          label={t`Owner`}
          allowDeselect={false}
          value={values.ownerId}
          data={members.map(({ organisation }) => ({ value: organisation.id, label: organisation.name }))}
          onChange={(ownerId) => setValues({ ...values, ownerId: ownerId ?? '' })}
        />
        <TextInput
          type="date"
          label={t`By`}
          value={values.dueOn}
          onChange={(event) => setValues({ ...values, dueOn: event.currentTarget.value })}
        />
        <ProblemNote error={add.error} />
        <FormActions>
          <Button type="submit" variant="filled" loading={add.isPending}>
            <Trans>Set the goal</Trans>
          </Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </FormActions>
      </form>
    </Modal>
  );
}
