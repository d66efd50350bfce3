import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { OrgMark } from '../ui/OrgMark.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { Section } from '../ui/Section.tsx';
import { partnershipChanged } from './partnership-query.ts';
import { roleNames } from './words.ts';

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
  const { t } = useLingui();
  const { relative } = useFormat();
  const { organisation, kind, role, message, askedAt, abilities } = request;
  const asWhat = t(roleNames[role]);
  const answer = useMutation({
    mutationFn: (decision: 'accepted' | 'declined') =>
      api.post<PartnershipDetail>(
        `/partnership-requests/${request.id}/answer`,
        { decision },
        { ifMatch: request.version },
      ),
    onSuccess: answered,
  });
  const withdraw = useMutation({
    mutationFn: () =>
      api.post<PartnershipDetail>(`/partnership-requests/${request.id}/withdraw`, undefined, {
        ifMatch: request.version,
      }),
    onSuccess: answered,
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
        <div className="cap">
          {asWhat} · {relative(askedAt)}
        </div>
        {message && <div className="sub">{message}</div>}
        <ProblemNote error={answer.error ?? withdraw.error} />
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
      {abilities.withdraw && (
        <Button size="compact-sm" variant="subtle" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {kind === 'application' ? t`Withdraw the application` : t`Withdraw the invitation`}
        </Button>
      )}
    </li>
  );
}

/** What waited on Today waits no more. */
async function answered(detail: PartnershipDetail): Promise<void> {
  partnershipChanged(detail);
  await queryClient.invalidateQueries({ queryKey: ['session'] });
}
