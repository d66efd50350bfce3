import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, TextInput, UnstyledButton } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { Failed } from '../ui/Failed.tsx';

/** Tells the secret address under which a calendar program reads the last days of agreements. */
export function CalendarLink() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <UnstyledButton className="link sub csv" onClick={() => setOpen(true)}>
        <IconCalendar size={15} stroke={1.7} aria-hidden />
        <Trans>Calendar of last days</Trans>
      </UnstyledButton>
      {isOpen && <CalendarAddress onClose={() => setOpen(false)} />}
    </>
  );
}

function CalendarAddress({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery({
    queryKey: ['agreement-calendars'],
    queryFn: ({ signal }) => api.get<{ address: string }>('/agreement-calendars', { signal }),
  });
  return (
    <Modal opened onClose={onClose} title={t`Calendar of last days`} closeButtonProps={{ 'aria-label': t`Close` }}>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {data && (
        <TextInput
          label={t`Address to subscribe to`}
          description={t`Your calendar program then shows when agreements end and until when notice can be given. Keep it to yourself: whoever has it sees them too.`}
          value={data.address}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </Modal>
  );
}
