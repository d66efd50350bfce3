import { useLingui } from '@lingui/react/macro';
import { IconSelector } from '@tabler/icons-react';
import { lazy } from 'react';
import type { Session } from '../api/session.ts';
import { PersonMark } from '../ui/PersonMark.tsx';
import { MenuOnDemand } from '../ui/MenuOnDemand.tsx';

const load = () => import('./PersonMenuPanel.tsx').then((module) => ({ default: module.PersonMenuPanel }));
const Panel = lazy(load);

/** The reader: language, colours, and the way out. */
export function PersonMenu({ session }: { session: Session }) {
  const { t } = useLingui();
  const { name } = session.person;
  return (
    <MenuOnDemand
      load={load}
      renderPanel={(target) => <Panel target={target} />}
      button={
        <button type="button" className="plainbtn acting acting-person">
          <PersonMark name={name} size={26} />
          <b>{name}</b>
          <span className="vh">{t`Language, colours, sign out`}</span>
          <IconSelector size={15} color="var(--c-text-3)" aria-hidden />
        </button>
      }
    />
  );
}
