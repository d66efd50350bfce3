import { useLingui } from '@lingui/react/macro';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiProblem } from '../api/problem.ts';
import { Note } from '../ui/Note.tsx';
import { useProblemWords } from '../ui/useProblemWords.ts';

/** Why signing in did not work. A wrong address and a wrong password are not told apart. */
export function SignInProblem({ error }: { error: unknown }) {
  const { t } = useLingui();
  const words = useProblemWords(error);
  if (!error) return null;
  const isWrong = error instanceof ApiProblem && (error.status === 401 || error.code === 'INVALID_EMAIL_OR_PASSWORD');
  const { title, why } = isWrong
    ? { title: t`Address and password do not match`, why: t`Check both, or ask for a link by mail.` }
    : words;
  return (
    <div role="alert">
      <Note tone="bad" icon={<IconAlertTriangle size={18} stroke={1.7} color="var(--c-bad-text)" aria-hidden />}>
        <span className="strong">{title}</span>
        <p className="sub">{why}</p>
      </Note>
    </div>
  );
}
