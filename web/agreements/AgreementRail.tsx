import type { AgreementView } from '@collegium/contract/agreements/views';
import { agreementMachine } from '@collegium/contract/states/agreement';
import { Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '../i18n/useFormat.ts';
import { Facts } from '../ui/Facts.tsx';
import { RailSection } from '../ui/RailSection.tsx';
import { PromisesRail } from './commitments/PromisesRail.tsx';
import { ExportIia } from './exchange/ExportIia.tsx';
import { Guests } from './Guests.tsx';
import { JoiningRule } from './JoiningRule.tsx';
import { KeepTemplate } from './library/KeepTemplate.tsx';
import { OpenedRail } from './OpenedRail.tsx';
import { OwnParty } from './OwnParty.tsx';
import { partiesOf } from './parties.ts';
import { PartyReview } from './PartyReview.tsx';
import { PartyRow } from './PartyRow.tsx';
import { shortHash } from './short-hash.ts';
import { SignaturesRail } from './signing/SignaturesRail.tsx';
import { accessionNames, renewalNames, withdrawalNames } from './words.ts';

/** Beside the text: who has approved it, who the parties are, and what the terms say. */
export function AgreementRail({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const { date } = useFormat();
  const { open } = view;
  const { current, earlier } = partiesOf(view);
  const isReviewed = open !== null && open.state !== 'draft';
  const approved = current.filter((party) =>
    party.chain.every((step) => party.decisions.some((one) => one.step === step && one.decision === 'approved')),
  ).length;
  // Terms of an agreement that ended are read on, and bind nobody.
  const isBound = view.inForce !== null && !agreementMachine.groups.ended.includes(view.state);
  const lastDay = view.endedAt ?? view.endsOn;
  const isSigned = view.versions.some(({ state }) => ['approved', 'signing', 'sealed'].includes(state));
  const signatures = isSigned && <SignaturesRail agreementId={view.id} rule={<JoiningRule view={view} />} />;
  // While a later version is reviewed, the signatures are those of the one before.
  const isReviewFirst = isReviewed && ['proposed', 'returned'].includes(open.state);
  const proposedAt = view.versions.find(({ number }) => number === open?.number)?.proposedAt ?? null;
  return (
    <>
      {!isReviewFirst && signatures}
      <RailSection
        title={isReviewed ? t`Review of version ${open.number}` : t`Parties`}
        aside={isReviewed && <span className="num">{t`${approved} of ${current.length}`}</span>}
      >
        <ul className="agreement-parties">
          {current.map((party) => (
            <PartyRow key={party.organisationId} view={view} party={party}>
              {isReviewed ? (
                <PartyReview party={party} proposedAt={proposedAt} />
              ) : (
                party.role === 'lead' && (
                  <span className="cap">
                    <Trans>Leads</Trans>
                  </span>
                )
              )}
            </PartyRow>
          ))}
        </ul>
        {earlier.length > 0 && (
          <>
            <h3 className="cap agreement-earlier">
              <Trans>Earlier parties</Trans>
            </h3>
            <ul className="agreement-parties">
              {earlier.map((party) => (
                <PartyRow key={party.organisationId} view={view} party={party} />
              ))}
            </ul>
          </>
        )}
        {open?.hash && (
          <p className="cap agreement-hash">
            <Trans>
              All review the same text, fingerprint <span className="mono">{shortHash(open.hash)}</span>
            </Trans>
          </p>
        )}
        <OwnParty view={view} />
      </RailSection>
      {isReviewFirst && signatures}
      <Guests view={view} />
      <PromisesRail agreementId={view.id} />
      <OpenedRail agreementId={view.id} />
      <RailSection title={t`Terms`} aside={isBound ? t`in force` : view.inForce === null && t`of the draft`}>
        <Facts
          items={[
            [t`First day`, view.startsOn ? date(view.startsOn) : t`with the last signature`],
            [t`Last day`, lastDay ? date(lastDay) : t`none`],
            [t`Renewal`, t(renewalNames[view.renewal])],
            [t`Notice`, t`${view.noticeDays} days`],
            [t`Joining`, t(accessionNames[view.accession])],
            [t`Leaving`, t(withdrawalNames[view.withdrawal])],
          ]}
        />
        <div className="rail-links noprint">
          <KeepTemplate view={view} />
          {view.versions.some(({ state }) => state !== 'draft') && <ExportIia view={view} />}
        </div>
      </RailSection>
    </>
  );
}
