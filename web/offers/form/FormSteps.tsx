import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { formSteps, type FormStep } from './steps.ts';
import { useStepNames } from './useStepNames.ts';

/** Where one is in the form. Once there is a draft, every step can be opened at once. */
export function FormSteps({ current, offerId }: { current: FormStep; offerId?: string }) {
  const { t } = useLingui();
  const names = useStepNames();
  return (
    <nav aria-label={t`Steps`}>
      <ol className="form-steps">
        {formSteps.map((step, index) => (
          <li key={step} aria-current={step === current ? 'step' : undefined}>
            <span className="num" aria-hidden>
              {index + 1}
            </span>
            {offerId && step !== current ? (
              <Link to="/offers/$offerId/edit" params={{ offerId }} search={{ step }}>
                {names[step]}
              </Link>
            ) : (
              <span>{names[step]}</span>
            )}
            {step === current && (
              <span className="vh">
                <Trans>, you are here</Trans>
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
