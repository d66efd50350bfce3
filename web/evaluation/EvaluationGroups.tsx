import type { EvaluationGroup, EvaluationView } from '@collegium/contract/evaluation';
import { evaluationGroupings, type EvaluationGrouping } from '@collegium/contract/evaluation-groupings';
import { Plural, useLingui } from '@lingui/react/macro';
import { SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { DataTable, type Column } from '../ui/DataTable.tsx';
import { kinds } from '../ui/kinds.ts';
import { Section } from '../ui/Section.tsx';
import { useStepNames } from './useStepNames.ts';

/** The same figures, group by group. */
export function EvaluationGroups({ view }: { view: EvaluationView }) {
  const { t } = useLingui();
  const navigate = useNavigate({ from: '/evaluation' });
  const groupings: Record<EvaluationGrouping, string> = {
    kind: t`Kind`,
    organisation: t`Provider`,
    term: t`Term`,
    home: t`Home`,
  };
  const total: EvaluationGroup = { ...view.total, key: 'total', label: t`All` };
  return (
    <Section
      title={t`Who got how far?`}
      aside={
        <SegmentedControl
          aria-label={t`Group by`}
          value={view.by}
          data={evaluationGroupings.map((value) => ({ value, label: groupings[value] }))}
          onChange={(by) => void navigate({ search: (search) => ({ ...search, by }), replace: true })}
        />
      }
    >
      <DataTable
        label={t`Figures by group`}
        columns={useColumns(groupings[view.by], view.by)}
        rows={[...view.groups, total]}
        keyOf={({ key }) => key}
      />
      {view.moreGroups > 0 && (
        <p className="cap">
          <Plural value={view.moreGroups} one="# more group is in the CSV." other="# more groups are in the CSV." />
        </p>
      )}
    </Section>
  );
}

function useColumns(head: string, by: EvaluationGrouping): Column<EvaluationGroup>[] {
  const { t } = useLingui();
  const { number, share } = useFormat();
  const steps = useStepNames();
  const orHidden = (value: number | null) =>
    value === null ? <span className="cap">{t`hidden`}</span> : number(value);
  const orNothing = (value: number | null) => (value === null ? '–' : share(value));
  const nameOf = ({ key, label }: EvaluationGroup) =>
    key in kinds ? t(kinds[key as keyof typeof kinds].name) : label || t`No term`;
  return [
    { head, isName: true, render: nameOf },
    ...(by === 'home'
      ? []
      : [{ head: t`Places`, isNumber: true, render: (group: EvaluationGroup) => number(group.places) }]),
    ...steps.map(({ step, name }) => ({
      head: name,
      isNumber: true,
      render: (group: EvaluationGroup) => orHidden(group[step]),
    })),
    ...(by === 'home'
      ? []
      : [{ head: t`Filled`, isNumber: true, render: (group: EvaluationGroup) => orNothing(group.fillRate) }]),
    { head: t`Completion`, isNumber: true, render: (group) => orNothing(group.completionRate) },
  ];
}
