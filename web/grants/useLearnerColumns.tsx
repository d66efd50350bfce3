import type { GrantField } from '@collegium/contract/commitments';
import { fieldName } from '@collegium/contract/fields-of-education';
import type { OpenedLearner } from '@collegium/contract/grants';
import { outcomeMachine } from '@collegium/contract/states/outcome';
import { participationMachine } from '@collegium/contract/states/participation';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFormat } from '../i18n/useFormat.ts';
import type { Column } from '../ui/DataTable.tsx';
import { levelNames } from '../ui/level-names.ts';

/** A column for each field that a clause opens, after the home organisation. */
export function useLearnerColumns(fields: readonly GrantField[]): Column<OpenedLearner>[] {
  const { t } = useLingui();
  const { language, text, list, number } = useFormat();
  const known: Record<GrantField, Column<OpenedLearner>> = {
    name: { head: t`Name`, render: ({ name }) => name ?? '–' },
    email: { head: t`E-mail address`, render: ({ email }) => email ?? '–' },
    level: { head: t`Level`, render: ({ level }) => (level ? t(levelNames[level]) : '–') },
    field: { head: t`Field`, render: ({ fieldCode }) => (fieldCode ? fieldName(fieldCode, language) : '–') },
    grades: {
      head: t`Grade average`,
      isNumber: true,
      render: ({ gradeAverage, gradeAverageMaximum }) => {
        if (gradeAverage === null) return '–';
        return gradeAverageMaximum === null
          ? number(gradeAverage)
          : t`${number(gradeAverage)} of ${number(gradeAverageMaximum)}`;
      },
    },
    languages: {
      head: t`Languages`,
      render: ({ languageResults }) =>
        orDash(list((languageResults ?? []).map((one) => `${one.test} ${number(one.score)}`))),
    },
    participations: {
      head: t`With you`,
      render: ({ participations }) =>
        several(
          participations,
          ({ title, state }) => `${text(title)}: ${wordsOf(participationMachine, state, language)}`,
        ),
    },
    outcomes: {
      head: t`Results with you`,
      render: ({ outcomes }) =>
        several(outcomes, ({ title, state, grade }) =>
          grade === null
            ? `${text(title)}: ${wordsOf(outcomeMachine, state, language)}`
            : `${text(title)}: ${wordsOf(outcomeMachine, state, language)}, ${grade}`,
        ),
    },
  };
  const columns = fields.map((field) => known[field]);
  const [first, ...rest] = columns;
  if (first) first.isName = true;
  const home: Column<OpenedLearner> = { head: t`Home`, render: (learner) => learner.home.name };
  return first ? [first, home, ...rest] : [home];
}

function several<T>(items: readonly T[] | null, render: (item: T) => string): ReactNode {
  if (!items || items.length === 0) return '–';
  return items.map((item, index) => <div key={index}>{render(item)}</div>);
}

function orDash(words: string): string {
  return words === '' ? '–' : words;
}

/** The words of a state as its machine has them; the state itself when it is of a later release. */
function wordsOf(
  machine: { states: Record<string, { en: string; 'zh-CN': string }> },
  state: string,
  language: 'en' | 'zh-CN',
): string {
  return machine.states[state]?.[language] ?? state;
}
