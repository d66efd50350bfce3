import type { ParticipationView } from '@collegium/contract/participation/views';
import { useLingui } from '@lingui/react/macro';
import { PersonMark } from '../ui/PersonMark.tsx';
import { RailSection } from '../ui/RailSection.tsx';

/** Who is in it: the learner, and those who supervise by the plan in force. */
export function PeoplePanel({ view }: { view: ParticipationView }) {
  const { t } = useLingui();
  const plan = view.plans.find((one) => one.number === view.planInForce) ?? view.plans[0];
  const people = [
    { person: view.learner, part: t`learner, ${view.home.name}` },
    { person: plan?.providerSupervisor, part: t`supervisor, ${view.provider.name}` },
    { person: plan?.homeSupervisor, part: t`tutor, ${view.home.name}` },
  ];
  return (
    <RailSection title={t`People`}>
      <ul className="sig">
        {people.map(({ person, part }) =>
          person ? (
            <li key={part}>
              <PersonMark name={person.name} size={26} />
              <span className="sig-two">
                <b className="strong">{person.name}</b> <span className="cap">{part}</span>
              </span>
            </li>
          ) : null,
        )}
      </ul>
    </RailSection>
  );
}
