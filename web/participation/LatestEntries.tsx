import type { ParticipationView } from '@collegium/contract/participation/views';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Section } from '../ui/Section.tsx';
import { EntryText } from './EntryText.tsx';

/** Entries of the journal that the page shows; the rest is one link away. */
const shown = 4;

/** The latest entries of the journal. */
export function LatestEntries({ view }: { view: ParticipationView }) {
  const { t } = useLingui();
  const entries = view.journal.latest.slice(0, shown);
  if (entries.length === 0) return null;
  return (
    <Section
      title={t`Journal`}
      aside={
        <Link className="link" to="/participations/$participationId/journal" params={{ participationId: view.id }}>
          {t`All entries`}
        </Link>
      }
    >
      <ul className="rows">
        {entries.map((entry) => (
          <li key={entry.id}>
            <div className="row entry">
              <EntryText entry={entry} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
