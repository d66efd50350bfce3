import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '../i18n/useFormat.ts';
import { PersonMark } from '../ui/PersonMark.tsx';
import { RailSection } from '../ui/RailSection.tsx';
import { useHappening } from './useHappening.ts';

/** Beside the page: whom to ask, working groups, what happened lately. */
export function PartnershipRail({ view }: { view: PartnershipDetail }) {
  const { t } = useLingui();
  const { relative, text } = useFormat();
  const happening = useHappening();
  const contacts = view.people.filter(({ groupId }) => groupId === null);
  return (
    <>
      {contacts.length > 0 && (
        <RailSection title={t`Whom to ask`}>
          <People people={contacts} />
        </RailSection>
      )}
      {view.groups.map((group) => (
        <RailSection key={group.id} title={group.name}>
          {group.purpose && <p className="cap">{group.purpose}</p>}
          <People people={view.people.filter(({ groupId }) => groupId === group.id)} />
        </RailSection>
      ))}
      {view.activity.length > 0 && (
        <RailSection title={t`Lately`}>
          <ul className="lately">
            {view.activity.map((event) => (
              <li key={event.id}>
                <div className="sub">
                  {event.organisation && <b>{event.organisation}</b>} {happening(event.action)}
                  {event.title && ` · ${text(event.title)}`}
                </div>
                <div className="cap">{relative(event.at)}</div>
              </li>
            ))}
          </ul>
        </RailSection>
      )}
      {!view.isMember && view.isOpen && (
        <RailSection title={t`Joining`}>
          <p className="sub">
            <Trans>This partnership is open: organisations may apply.</Trans>
          </p>
        </RailSection>
      )}
    </>
  );
}

function People({ people }: { people: PartnershipDetail['people'] }) {
  return (
    <ul className="lately">
      {people.map((person) => (
        <li key={person.id} className="named">
          <PersonMark name={person.name} />
          <span>
            {person.name}
            {person.function && <span className="cap named-function">{person.function}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
