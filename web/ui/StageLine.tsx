import { useLingui } from '@lingui/react/macro';

/** A stage of a record's way through the pipeline; `note` says when, or how far. */
export interface Stage {
  name: string;
  note?: string;
}

/** Under the title of every record of the pipeline: done solid, current dashed, next grey. `current` is an index; past the end, all are done. */
export function StageLine({ stages, current }: { stages: readonly Stage[]; current: number }) {
  const { t } = useLingui();
  return (
    <ol className="stages" aria-label={t`Stages`}>
      {stages.map(({ name, note }, index) => (
        <li
          key={name}
          className={index < current ? 'done' : index === current ? 'now' : ''}
          aria-current={index === current ? 'step' : undefined}
        >
          <b>
            {name}
            {index < current && <span className="vh">, {t`done`}</span>}
          </b>
          <span>{note}</span>
        </li>
      ))}
    </ol>
  );
}
