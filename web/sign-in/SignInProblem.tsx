import { useLingui } from '@lingui/react/macro';
import { ApiProblem } from '../api/problem.ts';
import { ProblemNote } from '../ui/ProblemNote.tsx';

/** Why signing in did not work. A wrong address and a wrong password are not told apart. */
export function SignInProblem({ error }: { error: unknown }) {
  const { t } = useLingui();
  const isWrong = error instanceof ApiProblem && error.status === 401;
  const told = isWrong
    ? new ApiProblem(401, {
        title: t`Address and password do not match`,
        detail: t`Check both, or ask for a link by mail.`,
      })
    : error;
  return <ProblemNote error={told} />;
}
