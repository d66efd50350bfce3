import type { BrowserView } from '@collegium/contract/account';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { signOut } from '../api/sign-in.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { Section } from '../ui/Section.tsx';
import { Status } from '../ui/Status.tsx';
import { toast } from '../ui/toast.ts';
import { browserNameOf } from './browser-name.ts';

/** The browsers that are signed in. Ending one takes effect with its next click. */
export function Browsers({ browsers }: { browsers: readonly BrowserView[] }) {
  const { t } = useLingui();
  const end = useMutation({
    mutationFn: ({ id, isThisOne }: BrowserView) => (isThisOne ? signOut() : api.delete(`/account/browsers/${id}`)),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['account'] });
      await toast(t`The browser is signed out.`);
    },
  });
  return (
    <Section title={t`Signed-in browsers`}>
      <p className="sub account-why">
        <Trans>
          Sign out what you do not know or do not use any more. Then choose a new password, if it was not you.
        </Trans>
      </p>
      <ProblemNote error={end.error} />
      <ul className="rows">
        {browsers.map((browser) => (
          <li key={browser.id}>
            <BrowserRow
              browser={browser}
              isEnding={end.isPending && end.variables.id === browser.id}
              onEnd={() => end.mutate(browser)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function BrowserRow({ browser, isEnding, onEnd }: { browser: BrowserView; isEnding: boolean; onEnd: () => void }) {
  const { t } = useLingui();
  const { dateTime } = useFormat();
  const { browser: name, system } = browserNameOf(browser.userAgent);
  const title = name && system ? t`${name} on ${system}` : (name ?? system ?? t`A browser`);
  const isHandheld = system === 'iPhone' || system === 'Android' || system === 'iPad';
  const Mark = isHandheld ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <div className="row account-row">
      <Mark size={20} stroke={1.6} aria-hidden />
      <div>
        <div className="row-t">{title}</div>
        <p className="sub">
          <Trans>
            Signed in on {dateTime(browser.signedInAt)}; ends by itself on {dateTime(browser.expiresAt)}
          </Trans>
        </p>
      </div>
      <span>{browser.isThisOne && <Status tone="good">{t`This browser`}</Status>}</span>
      <Button size="xs" loading={isEnding} onClick={onEnd} aria-label={t`Sign out: ${title}`}>
        <Trans>Sign out</Trans>
      </Button>
    </div>
  );
}
