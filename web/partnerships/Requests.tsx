import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { OrgMark } from '../ui/OrgMark.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { Section } from '../ui/Section.tsx';
import { partnershipChanged } from './partnership-query.ts';

type Request = PartnershipDetail['requests'][number];

/** Who asks to join, or is asked to. */
export function Requests({ view }: { view: PartnershipDetail }) {
  const { t } = useLingui();
  return (
    <Section title={t`Waiting for an answer`}>
      <ul className="rows">
        {view.requests.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </ul>
    </Section>
  );
}

function RequestRow({ request }: { request: Request }) {
  const { organisation, kind, message, abilities } = request;
  const answer = useMutation({
    mutationFn: (decision: 'accepted' | 'declined') =>
      api.post<PartnershipDetail>(
        `/partnership-requests/${request.id}/answer`,
        { decision },
        { ifMatch: request.version },
      ),
    onSuccess: partnershipChanged,
  });
  return (
    <li className="row goal-row">
      <OrgMark text={organisation.shortMark} />
      <div>
        <div className="row-t">
          {kind === 'application' ? (
            <Trans>{organisation.name} asks to join</Trans>
          ) : (
            <Trans>{organisation.name} is invited</Trans>
          )}
        </div>
        <div className="sub">{message}</div>
        <ProblemNote error={answer.error} />
      </div>
      {abilities.answer && (
        <span>
          <Button size="compact-sm" loading={answer.isPending} onClick={() => answer.mutate('accepted')}>
            <Trans>Accept</Trans>
          </Button>{' '}
          <Button size="compact-sm" variant="subtle" onClick={() => answer.mutate('declined')}>
            <Trans>Decline</Trans>
          </Button>
        </span>
      )}
    </li>
  );
}
