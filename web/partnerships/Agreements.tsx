import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { agreementMachine, type AgreementState } from '@collegium/contract/states/agreement';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { Section } from '../ui/Section.tsx';
import { Status } from '../ui/Status.tsx';
import { healthWords } from './words.ts';

/** The agreements of the partnership and whether they are kept. */
export function Agreements({ view }: { view: PartnershipDetail }) {
  const { t } = useLingui();
  const { text, date, language } = useFormat();
  return (
    <Section title={t`Agreements, and are they kept?`}>
      {view.agreements.length === 0 && (
        <p className="cap">
          <Trans>No agreement names this partnership yet.</Trans>
        </p>
      )}
      <ul className="rows">
        {view.agreements.map((agreement) => {
          const state = agreementMachine.states[agreement.state as AgreementState];
          const word = agreement.word && healthWords[agreement.word];
          return (
            <li key={agreement.id} className="row agreement-line">
              <div>
                {agreement.isVisible ? (
                  <Link className="row-t link" to="/agreements/$agreementId" params={{ agreementId: agreement.id }}>
                    {text(agreement.title)}
                  </Link>
                ) : (
                  <span className="row-t">{text(agreement.title)}</span>
                )}
                {agreement.endsOn && <div className="cap num">{t`until ${date(agreement.endsOn)}`}</div>}
              </div>
              <Status tone={state.tone}>{state[language]}</Status>
              {word ? <Status tone={word.tone}>{t(word.name)}</Status> : <span />}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
