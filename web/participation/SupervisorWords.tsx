import type { ParticipationView } from '@collegium/contract/participation/views';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { PersonMark } from '../ui/PersonMark.tsx';
import { RichText } from '../ui/RichText.tsx';
import { Section } from '../ui/Section.tsx';

/** The provider’s own words in the assessment, as a quotation. */
export function SupervisorWords({ view: { outcome } }: { view: ParticipationView }) {
  const { t } = useLingui();
  const { day } = useFormat();
  if (!outcome) return null;
  return (
    <Section
      title={t`What the supervisor says`}
      aside={
        <Link className="link" to="/outcomes/$outcomeId" params={{ outcomeId: outcome.id }}>
          {t`Open the assessment`}
        </Link>
      }
    >
      <blockquote className="quote">
        <RichText text={outcome.providerStatement} />
        <footer className="sub">
          <PersonMark name={outcome.assessedBy} size={22} />
          <span>
            <b className="strong">{outcome.assessedBy}</b>, {day(outcome.assessedAt)}
          </span>
        </footer>
      </blockquote>
    </Section>
  );
}
