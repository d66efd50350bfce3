import type { OutcomeView } from '@collegium/contract/outcomes';
import { Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '../i18n/useFormat.ts';
import { GoalRows } from '../ui/GoalRows.tsx';
import { Note } from '../ui/Note.tsx';
import { Section } from '../ui/Section.tsx';
import { CountersignForm } from './CountersignForm.tsx';
import { RecognitionForm } from './RecognitionForm.tsx';
import { Words } from './Words.tsx';

/** The record in the order in which it came about; whoever is next finds their form at its end. */
export function OutcomeRecord({ view }: { view: OutcomeView }) {
  const { t } = useLingui();
  const { abilities } = view;
  return (
    <>
      <Section title={t`What was shown`} aside={t`every goal of the plan`}>
        <GoalRows goals={view.goals} results={view.goalResults} />
      </Section>
      <Section title={t`What the provider says`}>
        <Words text={view.providerStatement} name={view.assessedBy} part={view.provider.name} at={view.assessedAt} />
      </Section>
      {view.learnerStatement !== null && (
        <Section title={t`What the learner says`}>
          <Words
            text={view.learnerStatement}
            name={view.learner.name}
            part={t`countersigned`}
            at={view.countersignedAt}
          />
        </Section>
      )}
      {abilities.countersign && <CountersignForm view={view} />}
      {view.state === 'countersigned' && view.isRunning && (
        <div className="outcome-wait">
          <Note>
            <Trans>
              {view.home.name} can recognise this when {view.provider.name} has completed the placement.
            </Trans>
          </Note>
        </div>
      )}
      {abilities.recognise && <RecognitionForm view={view} />}
      <Decision view={view} />
    </>
  );
}

function Decision({ view }: { view: OutcomeView }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const { recognisedBy, creditsEctsRecognised, gradeRecognised, gradeScaleRecognised, refusalReason } = view;
  if (recognisedBy === null) return null;
  const credits = creditsEctsRecognised === null ? '' : number(creditsEctsRecognised);
  const words =
    refusalReason ??
    (gradeRecognised === null
      ? t`${credits} ECTS are recognised.`
      : t`${credits} ECTS are recognised, with the grade ${gradeRecognised} on the scale ${gradeScaleRecognised}.`);
  return (
    <Section title={refusalReason === null ? t`What was recognised` : t`Why it was not recognised`}>
      <Words text={words} name={recognisedBy} part={view.home.name} at={view.recognisedAt} />
    </Section>
  );
}
