import type { CommentView } from '@collegium/contract/agreements/comments';
import type { Clause } from '@collegium/contract/agreements/clause';
import type { AgreementView } from '@collegium/contract/agreements/views';
import { useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Select, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { FormActions } from '../../ui/FormActions.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { agreementChanged } from '../agreement-query.ts';

interface CommentFormProps {
  view: AgreementView;
  /** Answers this remark instead of beginning a thread. */
  replyTo?: CommentView;
  onDone?: () => void;
}

/** Says something about a clause or the whole, and may suggest other words for it. */
export function CommentForm({ view, replyTo, onDone }: CommentFormProps) {
  const { t } = useLingui();
  const { text, language } = useFormat();
  const clauses = view.open?.clauses ?? [];
  const [words, setWords] = useState('');
  const [key, setKey] = useState<string | null>(null);
  const [suggested, setSuggested] = useState<string>();
  const clause = clauses.find((one) => one.key === key);
  const send = useMutation({
    mutationFn: () =>
      api.post<CommentView>(`/agreements/${view.id}/comments`, {
        text: words,
        ...(replyTo ? { replyTo: replyTo.id, ...(replyTo.clauseKey && { clauseKey: replyTo.clauseKey }) } : {}),
        ...(!replyTo && key && { clauseKey: key }),
        ...(!replyTo && clause && suggested !== undefined && { suggestion: reworded(clause, language, suggested) }),
      }),
    onSuccess: async () => {
      await agreementChanged();
      setWords('');
      setSuggested(undefined);
      onDone?.();
    },
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') send.mutate();
      }}
    >
      {!replyTo && (
        <Select
          label={t`About`}
          placeholder={t`The whole text`}
          clearable
          data={clauses.map((one, index) => ({ value: one.key, label: `${index + 1} ${text(one.title)}` }))}
          value={key}
          onChange={(value) => {
            setKey(value);
            setSuggested(undefined);
          }}
        />
      )}
      <Textarea
        label={replyTo ? t`Answer` : t`Comment`}
        description={t`All parties and guests read this.`}
        autosize
        minRows={2}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {clause && view.open?.state === 'draft' && (
        <Checkbox
          label={t`Suggest other words`}
          checked={suggested !== undefined}
          onChange={(event) => setSuggested(event.currentTarget.checked ? text(clause.text) : undefined)}
        />
      )}
      {suggested !== undefined && (
        <Textarea
          label={t`As it should read`}
          autosize
          minRows={3}
          value={suggested}
          onChange={(event) => setSuggested(event.currentTarget.value)}
        />
      )}
      <ProblemNote error={send.error} />
      <FormActions>
        <Button type="submit" loading={send.isPending} disabled={words.trim() === ''}>
          {replyTo ? t`Send answer` : t`Send comment`}
        </Button>
      </FormActions>
    </form>
  );
}

function reworded(clause: Clause, language: string, text: string): Clause {
  const tag = clause.text[language] === undefined ? (Object.keys(clause.text)[0] ?? language) : language;
  return { ...clause, text: { ...clause.text, [tag]: text } };
}
