import { Button, Modal, Textarea } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { ProblemNote } from './ProblemNote.tsx';

export interface ConfirmModalProps {
  /** The question, with verb and object: “Withdraw this offer?” */
  title: string;
  /** What will happen, in words, to whom, and whether it can be undone. */
  consequence: ReactNode;
  /** The verb and object again: “Withdraw offer”. A binding act names the organisation: “Sign for Northwater”. */
  confirmLabel: string;
  /** For going back, where “Cancel” could be taken for the act itself. */
  keepLabel?: string;
  /** Asks for a reason that others will read, with this label. */
  reasonLabel?: string;
  onConfirm: (reason: string) => void;
  onClose: () => void;
  isPending?: boolean;
  /** Why it was refused. */
  error?: unknown;
}

/** What `ConfirmModal` loads when something is asked. */
export function ConfirmDialog({
  title,
  consequence,
  confirmLabel,
  keepLabel,
  reasonLabel,
  onConfirm,
  onClose,
  isPending = false,
  error,
}: ConfirmModalProps) {
  const { t } = useLingui();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  function confirm() {
    if (reasonLabel && reason.trim() === '') setMissing(true);
    else onConfirm(reason.trim());
  }
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t`Close` }}>
      <div className="form">
        <div>{consequence}</div>
        {reasonLabel && (
          <Textarea
            data-autofocus
            label={reasonLabel}
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value);
              setMissing(false);
            }}
            error={isMissing && t`Write a sentence; the people concerned will read it.`}
          />
        )}
        <ProblemNote error={error} />
        <div className="form-actions">
          <Button variant="filled" loading={isPending} onClick={confirm}>
            {confirmLabel}
          </Button>
          <Button onClick={onClose}>{keepLabel ?? t`Cancel`}</Button>
        </div>
      </div>
    </Modal>
  );
}
