import type { OrganisationView } from '@collegium/contract/organisations';
import type { PersonListItem } from '@collegium/contract/people';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { itemsOf, pagesQuery } from '../api/pages.ts';
import { asRole } from '../shell/roleNames.ts';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PersonMark } from '../ui/PersonMark.tsx';
import { Section } from '../ui/Section.tsx';
import { EndMembershipModal } from './EndMembershipModal.tsx';
import { InviteModal } from './InviteModal.tsx';

/** Who belongs to the organisation, and in which role. */
export function Members({ organisation }: { organisation: OrganisationView }) {
  const { t } = useLingui();
  const [isInviting, setInviting] = useState(false);
  const [ending, setEnding] = useState<PersonListItem>();
  const query = useInfiniteQuery(pagesQuery<PersonListItem>('/people', { organisationId: organisation.id }));
  const items = itemsOf(query.data);
  return (
    <Section
      title={t`People`}
      aside={
        organisation.abilities.invite && (
          <Button size="xs" onClick={() => setInviting(true)}>
            <Trans>Invite somebody</Trans>
          </Button>
        )
      }
    >
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.data && items.length === 0 && (
        <Empty title={t`Nobody belongs here yet`} why={t`Invite somebody: they get a mail and sign in with a link.`} />
      )}
      <ul className="rows">
        {items.map((item) => (
          <li key={item.membershipId}>
            <div className="row hov member-row">
              <PersonMark name={item.name} size={28} />
              <div>
                <div className="row-t">{item.name}</div>
                <div className="cap">{item.email}</div>
              </div>
              <span className="sub">{t(asRole[item.role])}</span>
              {item.abilities.end && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() => setEnding(item)}
                  aria-label={t`End the membership of ${item.name}`}
                >
                  <Trans>End</Trans>
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button mt={12} size="xs" onClick={() => void query.fetchNextPage()}>
          <Trans>Show more people</Trans>
        </Button>
      )}
      {isInviting && <InviteModal organisation={organisation} onClose={() => setInviting(false)} />}
      {ending && <EndMembershipModal member={ending} onClose={() => setEnding(undefined)} />}
    </Section>
  );
}
