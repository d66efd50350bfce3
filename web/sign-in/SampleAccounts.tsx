import { useLingui } from '@lingui/react/macro';
import { useMutation, type UseQueryResult } from '@tanstack/react-query';
import { IconChevronRight } from '@tabler/icons-react';
import { signInAsSample, type SampleAccount } from '../api/sign-in.ts';
import { asRole } from '../shell/roleNames.ts';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PersonMark } from '../ui/PersonMark.tsx';
import { SignInProblem } from './SignInProblem.tsx';

/** One button for each role of the sample world. */
export function SampleAccounts({
  accounts,
  onEntered,
}: {
  accounts: UseQueryResult<SampleAccount[]>;
  onEntered: () => void;
}) {
  const { t } = useLingui();
  const inCapacity = ({ organisation, role }: SampleAccount) => t`${organisation}, ${t(asRole[role])}`;
  const enter = useMutation({ mutationFn: signInAsSample, onSuccess: onEntered });
  return (
    <section className="gate-beside" aria-labelledby="sample-accounts">
      <h2 id="sample-accounts">{t`Or look around as somebody`}</h2>
      <p className="sub">{t`This is the sample world. These people are fictitious; pick one, no password needed.`}</p>
      <SignInProblem error={enter.error} />
      {accounts.isPending && <Loading rows={5} />}
      {accounts.isError && <Failed error={accounts.error} onRetry={() => void accounts.refetch()} />}
      <ul className="rows">
        {accounts.data?.map((account) => (
          <li key={account.id}>
            <button
              type="button"
              className="plainbtn row hov account"
              disabled={enter.isPending}
              onClick={() => enter.mutate(account)}
            >
              <PersonMark name={account.name} size={28} />
              <span>
                <span className="row-t">{account.name}</span>
                <span className="sub">{inCapacity(account)}</span>
              </span>
              <IconChevronRight size={16} className="chev" aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
