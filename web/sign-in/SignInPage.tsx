import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useNetwork } from '../api/session.ts';
import { sampleAccountsQuery } from '../api/sign-in.ts';
import { Gate } from './Gate.tsx';
import { ProviderButton } from './ProviderButton.tsx';
import { SampleAccounts } from './SampleAccounts.tsx';
import { SignInForm } from './SignInForm.tsx';

const route = getRouteApi('/sign-in');

/** Sign-in by password or by a mailed link; in the sample network also as anybody, with one click. */
export function SignInPage() {
  const { t } = useLingui();
  const { next = '/', refused } = route.useSearch();
  const { history, basepath } = useRouter();
  const network = useNetwork();
  const accounts = useQuery({ ...sampleAccountsQuery, enabled: network?.isSample === true });
  const enter = () => history.push(basepath + next);
  return (
    <Gate
      title={network ? t`Sign in to ${network.name}` : t`Sign in`}
      beside={network?.isSample && <SampleAccounts accounts={accounts} onEntered={enter} />}
    >
      <ProviderButton next={next} isRefused={refused === true} />
      <SignInForm next={next} onEntered={enter} />
    </Gate>
  );
}
