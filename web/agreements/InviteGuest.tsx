import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Input, Modal, SegmentedControl, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { agreementChanged } from './agreement-query.ts';
import { useStaff } from './useStaff.ts';

/** Those whose role brings them here anyway. */
const leading = ['coordinator', 'organisation_administrator'];

/** Invites somebody of one’s own organisation to the negotiation, to edit or to comment. */
export function InviteGuest({ view, onClose }: { view: AgreementView; onClose: () => void }) {
  const { t } = useLingui();
  const { acting } = useSession();
  const [personId, setPersonId] = useState<string | null>(null);
  const [may, setMay] = useState<'edit' | 'comment'>('comment');
  const people = useStaff(acting.organisation.id).filter(({ role }) => !leading.includes(role));
  const invite = useMutation({
    mutationFn: () => api.post(`/agreements/${view.id}/guests`, { personId, may }),
    onSuccess: async () => {
      await agreementChanged();
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t`Invite somebody`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate();
        }}
      >
        <p className="sub">
          <Trans>
            Coordinators and administrators of every party read and edit the draft by their role. Invite a teacher or a
            supervisor of your organisation whose word you need.
          </Trans>
        </p>
        <Select
          label={t`Person`}
          searchable
          data={people}
          value={personId}
          onChange={setPersonId}
          nothingFoundMessage={t`Nobody of your organisation has this name.`}
        />
        <Input.Wrapper label={t`May`} labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label={t`May`}
            value={may}
            onChange={(value) => setMay(value)}
            data={[
              { value: 'comment', label: t`Read and comment` },
              { value: 'edit', label: t`Edit, too` },
            ]}
          />
        </Input.Wrapper>
        <ProblemNote error={invite.error} />
        <FormActions>
          <Button type="submit" variant="filled" loading={invite.isPending} disabled={personId === null}>
            <Trans>Invite</Trans>
          </Button>
        </FormActions>
      </form>
    </Modal>
  );
}
