import type { PersonListItem } from '@collegium/contract/people';
import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';

export function EndMembershipModal({ member, onClose }: { member: PersonListItem; onClose: () => void }) {
  const { t } = useLingui();
  const end = useMutation({
    mutationFn: () => api.post(`/memberships/${member.membershipId}/end`, undefined, { ifMatch: member.version }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['people'] });
      onClose();
    },
  });
  return (
    <ConfirmModal
      title={t`End the membership of ${member.name}?`}
      consequence={t`From now on ${member.name} can no longer act for ${member.organisationName} in this role. What was done stays recorded. You can invite them again.`}
      confirmLabel={t`End membership`}
      isPending={end.isPending}
      error={end.error}
      onConfirm={() => end.mutate()}
      onClose={onClose}
    />
  );
}
