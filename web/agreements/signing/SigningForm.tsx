import { useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { FormActions } from '../../ui/FormActions.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { ProveAgain } from './ProveAgain.tsx';

interface SigningFormProps {
  /** What explains the act, above it. */
  children?: ReactNode;
  /** The function that is known already. */
  office?: string | null;
  /** The words that are signed, with the function as it stands. */
  statement: (office: string) => string;
  submit: string;
  onSign: (office: string) => Promise<void>;
  onClose: () => void;
  /** Where the page is to which a new sign-in leads back. */
  back: string;
}

/** A binding act: in which function, in which words. Whoever signed in more than five minutes ago does so again first. */
export function SigningForm({ children, office: known, statement, submit, onSign, onClose, back }: SigningFormProps) {
  const { t } = useLingui();
  const [written, setWritten] = useState(known ?? '');
  const office = written.trim();
  const sign = useMutation({ mutationFn: () => onSign(office) });
  const mustProve = sign.error instanceof ApiProblem && sign.error.code === 'signature.sign_in_again';
  return (
    <div className="form">
      {children}
      <TextInput
        data-autofocus
        label={t`Your function`}
        description={t`As it will stand on the document, for instance Rector`}
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
        maxLength={200}
      />
      <blockquote className="statement">{statement(office || '…')}</blockquote>
      {mustProve ? <ProveAgain back={back} onProved={() => sign.mutate()} /> : <ProblemNote error={sign.error} />}
      <FormActions>
        {!mustProve && (
          <Button variant="filled" loading={sign.isPending} disabled={office.length < 2} onClick={() => sign.mutate()}>
            {submit}
          </Button>
        )}
        <Button onClick={onClose}>{t`Cancel`}</Button>
      </FormActions>
    </div>
  );
}
