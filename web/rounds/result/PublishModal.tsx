import type { RoundView } from '@collegium/contract/rounds';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { toast } from '../../ui/toast.ts';
import { resultQuery, roundChanged } from '../queries.ts';

/** Publishes the result, after saying in words what that does and until when learners answer. */
export function PublishModal({ round, onClose }: { round: RoundView; onClose: () => void }) {
  const { t } = useLingui();
  const [respondBy, setRespondBy] = useState(round.respondBy ?? '');
  const publish = async () => {
    try {
      const body = respondBy === '' ? {} : { respondBy };
      await roundChanged(await api.post<RoundView>(`/rounds/${round.id}/publish`, body, { ifMatch: round.version }));
    } catch (error) {
      void roundChanged();
      throw error;
    }
    void toast(t`The result is published.`);
  };
  return (
    <FormModal
      title={t`Publish the result?`}
      submit={t`Publish the result`}
      isWhole={respondBy !== ''}
      onSubmit={publish}
      onClose={onClose}
    >
      <Consequences round={round} />
      <DateTimeField label={t`Learners answer by`} value={respondBy} onChange={setRespondBy} />
    </FormModal>
  );
}

function Consequences({ round }: { round: RoundView }) {
  const { number } = useFormat();
  const { data: result } = useQuery(resultQuery(round.id, round.version));
  return (
    <ul className="consequences">
      {result && (
        <li>
          <Trans>
            {number(result.placed)} learners are offered a place, {number(result.unplaced)} read that they have none.
            All are told at once, each with the reasons.
          </Trans>
        </li>
      )}
      {result && result.placedByHand > 0 && (
        <li>
          <Plural
            value={result.placedByHand}
            one="# place was changed by hand; the proof says so."
            other="# places were changed by hand; the proof says so."
          />
        </li>
      )}
      <li>
        <Trans>The seed and the problem, under pseudonyms, become public for everybody to check.</Trans>
      </li>
      <li>
        <Trans>This cannot be undone.</Trans>
      </li>
    </ul>
  );
}
