import { IconAlertTriangle } from '@tabler/icons-react';
import { Note } from './Note.tsx';
import { useProblemWords } from './useProblemWords.ts';

/** Why the server refused something, beside the button that asked for it; nothing when there is no error. */
export function ProblemNote({ error }: { error: unknown }) {
  const { title, why } = useProblemWords(error);
  if (!error) return null;
  return (
    <div role="alert">
      <Note tone="bad" icon={<IconAlertTriangle size={18} stroke={1.7} color="var(--c-bad-text)" aria-hidden />}>
        <span className="strong">{title}</span>
        {why && <p className="sub">{why}</p>}
      </Note>
    </div>
  );
}
