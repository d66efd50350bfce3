import type { Session } from '../api/session.ts';
import { ActionIcon } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconSearch } from '@tabler/icons-react';
import { OrgMark } from '../ui/OrgMark.tsx';
import { Brand } from './Brand.tsx';
import { openPalette } from './palette-state.ts';

/** The top bar of phones: name, search, and for whom you act. */
export function PhoneTop({ session }: { session: Session }) {
  const { t } = useLingui();
  const { organisation } = session.acting;
  return (
    <section className="mtop" aria-label={t`Top bar`}>
      <Brand size={20} />
      <ActionIcon className="push" size={40} aria-label={t`Search`} onClick={openPalette}>
        <IconSearch size={19} stroke={1.7} />
      </ActionIcon>
      <OrgMark text={organisation.shortMark} name={t`Acting for ${organisation.name}`} size={26} isYou />
    </section>
  );
}
