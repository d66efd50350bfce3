import { IconAlertTriangle } from '@tabler/icons-react';
import { Trans } from '@lingui/react/macro';
import { Link, useLocation } from '@tanstack/react-router';
import { ApiProblem } from '../api/problem.ts';
import { Note } from './Note.tsx';
import { useProblemWords } from './useProblemWords.ts';

/** Why the server refused something, beside the button that asked for it, and the way to sign in again; nothing when there is no error. */
export function ProblemNote({ error }: { error: unknown }) {
  const { title, why } = useProblemWords(error);
  if (!error) return null;
  return (
    <div role="alert">
      <Note
        tone="bad"
        icon={<IconAlertTriangle size={18} stroke={1.7} color="var(--c-bad-text)" aria-hidden />}
        action={error instanceof ApiProblem && error.code === 'request.sign_in_needed' && <SignInAgain />}
      >
        <span className="strong">{title}</span>
        {why && <p className="sub">{why}</p>}
      </Note>
    </div>
  );
}

function SignInAgain() {
  const { href } = useLocation();
  return (
    <Link className="link" to="/sign-in" search={{ next: href }}>
      <Trans>Sign in</Trans>
    </Link>
  );
}
