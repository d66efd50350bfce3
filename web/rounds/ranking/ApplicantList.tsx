import type { Applicant } from '@collegium/contract/ranking';
import { Button } from '@mantine/core';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { Section } from '../../ui/Section.tsx';
import { ApplicantWords } from './ApplicantWords.tsx';

interface ApplicantListProps {
  title: string;
  why: string;
  ids: readonly string[];
  people: ReadonlyMap<string, Applicant>;
  /** Buttons of every row: words, and what they do. */
  acts: readonly (readonly [words: string, act: (id: string) => void])[];
}

/** Applicants without an order, each with what can be done. Nothing when there are none. */
export function ApplicantList({ title, why, ids, people, acts }: ApplicantListProps) {
  if (ids.length === 0) return null;
  return (
    <Section title={title} aside={why}>
      <ul className="rows">
        {ids.map((id) => (
          <li key={id}>
            <div className="row hov applicant">
              <PersonMark name={people.get(id)?.name ?? ''} />
              <ApplicantWords applicant={people.get(id)} />
              <span className="rank-acts">
                {acts.map(([words, act]) => (
                  <Button
                    key={words}
                    size="xs"
                    onClick={() => act(id)}
                    aria-label={`${words}: ${people.get(id)?.name ?? ''}`}
                  >
                    {words}
                  </Button>
                ))}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
