import type { GoalResult } from '@collegium/contract/participation';
import { useLingui } from '@lingui/react/macro';

const steps = ['not_shown', 'partly', 'reached', 'exceeded'] as const;

/** How far a goal was reached, as marks and in words; two cells of a row. Without a level it is not assessed yet. */
export function GoalLevel({ level }: { level: GoalResult['level'] | undefined }) {
  const names = useGoalLevels();
  const { t } = useLingui();
  const reached = level === undefined ? 0 : steps.indexOf(level);
  return (
    <>
      <div className="lvl" aria-hidden>
        {[1, 2, 3].map((step) => (
          <i key={step} className={step <= reached ? 'on' : step <= 2 ? 'goal' : ''} />
        ))}
      </div>
      <span className="sub lvl-t">{level === undefined ? t`Not assessed yet` : names[level]}</span>
    </>
  );
}

/** The names of the levels, from least to most. */
export function useGoalLevels(): Record<GoalResult['level'], string> {
  const { t } = useLingui();
  return { not_shown: t`Not shown`, partly: t`Partly reached`, reached: t`Goal reached`, exceeded: t`Exceeded` };
}
