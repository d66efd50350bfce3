import { useLingui } from '@lingui/react/macro';
import { IconSelector } from '@tabler/icons-react';
import { lazy } from 'react';
import type { Session } from '../api/session.ts';
import { OrgMark } from '../ui/OrgMark.tsx';
import { MenuOnDemand } from '../ui/MenuOnDemand.tsx';
import { asRole } from './roleNames.ts';

const load = () => import('./OrganisationMenu.tsx').then((module) => ({ default: module.OrganisationMenu }));
const Panel = lazy(load);

/** Shows on whose behalf the reader acts, and changes it. Somebody with one membership sees it without a menu. */
export function OrganisationSwitcher({ session }: { session: Session }) {
  const { t } = useLingui();
  const { organisation, role } = session.acting;
  const words = (
    <>
      <OrgMark text={organisation.shortMark} size={28} isYou />
      <span className="acting-words">
        <b>{organisation.name}</b>
        <span>{t(asRole[role])}</span>
      </span>
    </>
  );
  if (session.memberships.length < 2) return <div className="acting acting-only">{words}</div>;
  return (
    <MenuOnDemand
      load={load}
      renderPanel={(target) => <Panel target={target} />}
      button={
        <button type="button" className="plainbtn acting">
          {words}
          <span className="vh">{t`Change the organisation you act for`}</span>
          <IconSelector size={15} color="var(--c-text-3)" aria-hidden />
        </button>
      }
    />
  );
}
