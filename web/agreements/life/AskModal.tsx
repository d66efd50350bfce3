import type { RequestKind } from '@collegium/contract/agreements/requests';
import type { AgreementView } from '@collegium/contract/agreements/views';
import { useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { FormActions } from '../../ui/FormActions.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { agreementChanged } from '../agreement-query.ts';
import { OrganisationsField } from '../OrganisationsField.tsx';
import { requestNames } from '../words.ts';

/** Asks the parties for something, or gives notice, on behalf of one's own organisation. */
export function AskModal({ view, onClose }: { view: AgreementView; onClose: () => void }) {
  const { t } = useLingui();
  const [kind, setKind] = useState<RequestKind>(view.state === 'suspended' ? 'resumption' : 'renewal');
  const [effectiveOn, setEffectiveOn] = useState(() => new Date().toISOString().slice(0, 10));
  const [newEndOn, setNewEndOn] = useState(view.endsOn ?? '');
  const [reason, setReason] = useState('');
  const [byNotice, setByNotice] = useState(false);
  const [joining, setJoining] = useState<{ id: string; name: string }[]>([]);
  const kinds = possibleKinds(view);
  const ask = useMutation({
    mutationFn: () =>
      api.post(`/agreements/${view.id}/requests`, {
        kind,
        reason,
        effectiveOn,
        ...(kind === 'renewal' && { newEndOn }),
        ...(kind === 'accession' && { organisationId: joining[0]?.id }),
        ...(kind === 'termination' && { byNotice }),
      }),
    onSuccess: async () => {
      await agreementChanged();
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t`Ask or give notice`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate();
        }}
      >
        <Select
          label={t`For what`}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(requestNames[value]) }))}
          value={kind}
          onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
        />
        {kind === 'accession' && (
          <OrganisationsField label={t`Who joins`} value={joining} onChange={(some) => setJoining(some.slice(-1))} />
        )}
        {kind === 'renewal' && (
          <TextInput
            type="date"
            label={t`New last day`}
            value={newEndOn}
            onChange={(event) => setNewEndOn(event.currentTarget.value)}
          />
        )}
        {kind === 'termination' && (
          <Checkbox
            label={t`By notice of ${view.noticeDays} days: nobody has to agree`}
            checked={byNotice}
            onChange={(event) => setByNotice(event.currentTarget.checked)}
          />
        )}
        <TextInput
          type="date"
          label={t`From which day`}
          value={effectiveOn}
          onChange={(event) => setEffectiveOn(event.currentTarget.value)}
        />
        <Textarea
          label={t`Why? All parties read this.`}
          autosize
          minRows={2}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemNote error={ask.error} />
        <FormActions>
          <Button type="submit" variant="filled" loading={ask.isPending} disabled={reason.trim().length < 3}>
            {t`Send to all parties`}
          </Button>
        </FormActions>
      </form>
    </Modal>
  );
}

/** What the terms in force provide for. */
function possibleKinds(view: AgreementView): RequestKind[] {
  const kinds: (RequestKind | false)[] = [
    view.renewal !== 'none' && view.endsOn !== null && 'renewal',
    view.renewal === 'automatic' && 'non_renewal',
    view.accession !== 'all_sign' && 'accession',
    'withdrawal',
    view.state === 'in_force' && 'suspension',
    view.state === 'suspended' && 'resumption',
    'termination',
  ];
  return kinds.filter((kind): kind is RequestKind => kind !== false);
}
