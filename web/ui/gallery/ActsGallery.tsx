import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmModal } from '../ConfirmModal.tsx';
import { RichText } from '../RichText.tsx';
import { Section } from '../Section.tsx';
import { toast } from '../toast.ts';

export function ActsGallery() {
  const [isAsking, setAsking] = useState(false);
  return (
    <Section title="Acts and text">
      <div className="form-actions">
        <Button onClick={() => setAsking(true)}>Withdraw offer</Button>
        <Button onClick={() => void toast('Offer published')}>Show a toast</Button>
      </div>
      <RichText text={'Two days a week on the quay.\n\nSee https://example.org/port (in Dutch).'} />
      {isAsking && (
        <ConfirmModal
          title="Withdraw this offer?"
          consequence="14 learners have applied. They will be told at once, with your reason. This cannot be undone."
          confirmLabel="Withdraw offer"
          reasonLabel="Reason"
          onConfirm={() => setAsking(false)}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  );
}
