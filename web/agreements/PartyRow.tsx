import type { AgreementView, PartyView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { OrgMark } from '../ui/OrgMark.tsx';
import { predecessorsOf } from './parties.ts';

interface PartyRowProps {
  view: AgreementView;
  party: PartyView;
  /** At the end of the line, for instance how its review stands. */
  children?: ReactNode;
}

/** A party with who is responsible there, and what happened to it: it joined later, left, or was merged with another. */
export function PartyRow({ view, party, children }: PartyRowProps) {
  const { acting } = useSession();
  return (
    <li>
      <OrgMark text={party.shortMark} isYou={party.organisationId === acting.organisation.id} />
      <span>
        {party.name}
        {party.responsible && <span className="cap agreement-person">{party.responsible.name}</span>}
        <Became view={view} party={party} />
      </span>
      {children}
    </li>
  );
}

function Became({ view, party }: { view: AgreementView; party: PartyView }) {
  const { t } = useLingui();
  const { date, list } = useFormat();
  const { joinedOn, leftOn, mergedInto } = party;
  const joined = view.requests.some(
    ({ kind, state, organisation }) =>
      kind === 'accession' && state === 'done' && organisation.id === party.organisationId,
  );
  const before = predecessorsOf(party, view.parties).filter(({ joinedOn: bound }) => bound !== null);
  return (
    <>
      {joined && joinedOn && leftOn === null && (
        <span className="cap agreement-person">
          <Trans>joined on {date(joinedOn)}</Trans>
        </span>
      )}
      {before.length > 0 && joinedOn && (
        <span className="cap agreement-person">{t`in place of ${list(before.map(({ name }) => name))}`}</span>
      )}
      {leftOn && joinedOn && !mergedInto && (
        <span className="cap agreement-person">
          <Trans>bound until {date(leftOn)}</Trans>
        </span>
      )}
      {mergedInto && (
        <span className="cap agreement-person">
          {leftOn ? t`merged into ${mergedInto.name} on ${date(leftOn)}` : t`now part of ${mergedInto.name}`}
        </span>
      )}
    </>
  );
}
