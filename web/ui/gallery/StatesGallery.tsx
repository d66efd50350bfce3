import { Button } from '@mantine/core';
import { ApiProblem, Unreachable } from '../../api/problem.ts';
import { Detail } from '../Detail.tsx';
import { Empty } from '../Empty.tsx';
import { Facts } from '../Facts.tsx';
import { Failed } from '../Failed.tsx';
import { Loading } from '../Loading.tsx';
import { OrgMarks } from '../OrgMarks.tsx';
import { ProblemNote } from '../ProblemNote.tsx';
import { RailSection } from '../RailSection.tsx';
import { Section } from '../Section.tsx';
import { Status } from '../Status.tsx';

const refused = new ApiProblem(409, {
  code: 'offer.deadline_passed',
  title: 'Applications closed on 23 October at 18:00.',
});

export function StatesGallery() {
  const rail = (
    <>
      <RailSection title="Status words">
        <div className="stw">
          <Status tone="idle" soft>
            Draft
          </Status>
          <Status tone="active" soft>
            In progress
          </Status>
          <Status tone="wait" soft>
            Waiting for Kade Port
          </Status>
          <Status tone="good" soft>
            In force
          </Status>
          <Status tone="bad" soft>
            At risk
          </Status>
          <Status tone="stopped" soft>
            Ended
          </Status>
        </div>
      </RailSection>
      <RailSection title="Facts" aside="3 of 5">
        <Facts
          items={[
            ['Credits', '15, recognised in full'],
            ['Partners', <OrgMarks key="marks" texts={['UR', 'LI', 'JL']} more={2} />],
            ['Left out', null],
          ]}
        />
      </RailSection>
    </>
  );
  return (
    <Detail rail={rail} railLabel="States and facts">
      <Section title="Nothing here yet">
        <Empty
          title="No applications so far"
          why="The offer has been public for 2 days. Most applications arrive in the last week."
          action={<Button size="xs">Share the offer</Button>}
        />
      </Section>
      <Section title="Loading">
        <Loading rows={3} />
      </Section>
      <Section title="Something failed">
        <Failed error={new Unreachable('offline')} onRetry={() => {}} />
        <ProblemNote error={refused} />
      </Section>
    </Detail>
  );
}
