import type { PartnershipView } from '@collegium/contract/partnerships';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { OrgMarks } from '../ui/OrgMarks.tsx';
import { Status } from '../ui/Status.tsx';
import { modelNames, phases } from './words.ts';

const marksShown = 5;

/** One partnership of the list. */
export function PartnershipRow({ item }: { item: PartnershipView }) {
  const { t } = useLingui();
  const { members, phase } = item;
  return (
    <div className="row hov partnership-row">
      <div>
        <div className="row-t">
          <Link to="/partnerships/$partnershipId" params={{ partnershipId: item.id }}>
            {item.name}
          </Link>
        </div>
        <div className="sub">
          {t(modelNames[item.model])}
          {members.length > 0 && (
            <>
              {' · '}
              <Plural value={members.length} one="# member" other="# members" />
            </>
          )}
          {item.isMember ? (
            <>
              {' · '}
              <Trans>you belong to it</Trans>
            </>
          ) : (
            item.isOpen && (
              <>
                {' · '}
                <Trans>open to applications</Trans>
              </>
            )
          )}
        </div>
        {item.purpose && <p className="cap one-line">{item.purpose}</p>}
      </div>
      <OrgMarks
        texts={members.slice(0, marksShown).map(({ shortMark }) => shortMark)}
        more={Math.max(0, members.length - marksShown)}
      />
      <Status tone={phases[phase].tone}>{t(phases[phase].name)}</Status>
    </div>
  );
}
