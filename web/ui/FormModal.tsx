import { useLingui } from '@lingui/react/macro';
import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FormActions } from './FormActions.tsx';
import { ProblemNote } from './ProblemNote.tsx';

interface FormModalProps {
  title: string;
  /** The fields, and what is said before them. */
  children: ReactNode;
  /** What the filled button says. */
  submit: string;
  /** What it does; the dialog closes when that went well, and else says why not. */
  onSubmit: () => Promise<unknown>;
  /** False as long as something is missing that cannot be sent without. */
  isWhole?: boolean;
  /** Beside the two buttons: another act, and what came of it. */
  more?: ReactNode;
  error?: Error | null;
  size?: 'md' | 'lg';
  onClose: () => void;
}

/** A dialog with a form in it: fields, what went wrong, one filled button and the way out. */
export function FormModal(props: FormModalProps) {
  const { title, children, submit, onSubmit, isWhole = true, more, error, size = 'md', onClose } = props;
  const { t } = useLingui();
  const send = useMutation({ mutationFn: onSubmit, onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate();
        }}
      >
        {children}
        <ProblemNote error={send.error ?? error} />
        <FormActions>
          <Button type="submit" variant="filled" loading={send.isPending} disabled={!isWhole}>
            {submit}
          </Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          {more}
        </FormActions>
      </form>
    </Modal>
  );
}
