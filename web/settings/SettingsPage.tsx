import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ProfileView } from '@collegium/contract/people';
import { useLingui } from '@lingui/react/macro';
import { api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { chooseLanguage } from '../i18n/detect.ts';
import { languages, matchLanguage } from '../i18n/languages.ts';
import { asRole } from '../shell/roleNames.ts';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { OrgMark } from '../ui/OrgMark.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Section } from '../ui/Section.tsx';
import { NetworkRules } from './NetworkRules.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import { Records } from './Records.tsx';

const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: ({ signal }) => api.get<ProfileView>('/profile', { signal }),
});

/** What the reader may change for themselves, and what the network knows about them. */
export function SettingsPage() {
  const { i18n, t } = useLingui();
  const { person, memberships, acting, permissions } = useSession();
  const { data: profile, error, isPending, refetch } = useQuery(profileQuery);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <PageHeader title={t`Settings`} />
      <Section title={t`On this device`}>
        <div className="form">
          <div className="field">
            <span className="field-label" id="language">{t`Language`}</span>
            <SegmentedControl
              aria-labelledby="language"
              size="sm"
              value={i18n.locale}
              onChange={(tag) => void chooseLanguage(matchLanguage([tag]))}
              data={languages.map(({ tag, name }) => ({ value: tag, label: name }))}
            />
          </div>
          <div className="field">
            <span className="field-label" id="colours">{t`Colours`}</span>
            <SegmentedControl
              aria-labelledby="colours"
              size="sm"
              value={colorScheme}
              onChange={(value) => setColorScheme(value)}
              data={[
                { value: 'light', label: t`Light` },
                { value: 'dark', label: t`Dark` },
                { value: 'auto', label: t`As the device` },
              ]}
            />
          </div>
        </div>
      </Section>
      <Section title={t`You`} aside={person.email}>
        {error ? <Failed error={error} onRetry={() => void refetch()} /> : undefined}
        {isPending && <Loading rows={3} />}
        {profile && <ProfileForm profile={profile} />}
      </Section>
      <Section title={t`You belong to`}>
        <ul className="rows">
          {memberships.map(({ id, organisation, role }) => (
            <li key={id}>
              <div className="row with-mark">
                <OrgMark text={organisation.shortMark} size={28} isYou={id === acting.id} />
                <div>
                  <div className="row-t">{organisation.name}</div>
                  <p className="sub">{t(asRole[role])}</p>
                </div>
              </div>
            </li>
          ))}
        </ul>
      </Section>
      {permissions.includes('setting:change') && <NetworkRules />}
      <Records canReadAudit={permissions.includes('audit:read')} canReadImports={permissions.includes('import:read')} />
    </>
  );
}
