import type { TemplateView } from '@collegium/contract/agreements/library';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { FormActions } from '../../ui/FormActions.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { LocalisedField } from '../../ui/LocalisedField.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { Section } from '../../ui/Section.tsx';
import { TermsFields } from '../edit/TermsFields.tsx';
import { keepTemplate, keyOf, libraryChanged, templateQuery } from './library-query.ts';
import { TemplateClauses } from './TemplateClauses.tsx';
import '../agreements.css';
import '../draft.css';

const route = getRouteApi('/open/member/agreements/library/templates/$templateKey/edit');

/** Changes a template: the next version of one’s own, or a first version made from one that comes with Collegium. */
export function TemplateEditPage() {
  const { t } = useLingui();
  const { templateKey } = route.useParams();
  const { data, error, isPending, refetch } = useQuery({ ...templateQuery(templateKey), staleTime: Infinity });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  if (data.abilities.change || data.abilities.copy) return <TemplateForm key={data.key} view={data} />;
  return (
    <Empty
      title={t`This version cannot be changed`}
      why={t`A later version took its place. Open the latest one from the list of templates.`}
    />
  );
}

function TemplateForm({ view }: { view: TemplateView }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const navigate = useNavigate();
  const [content, setContent] = useState(view.content);
  const [isEditing, setEditing] = useState(false);
  const { own } = view;
  const save = useMutation({
    mutationFn: () => keepTemplate(content, own ?? undefined),
    onSuccess: async (kept) => {
      await libraryChanged();
      await navigate({ to: '/agreements/library/templates/$templateKey', params: { templateKey: keyOf(kept) } });
    },
  });
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t`Agreements`, to: '/agreements' },
          { label: t`Templates and clauses`, to: '/agreements/library' },
          {
            label: text(view.content.title),
            to: '/agreements/library/templates/$templateKey',
            params: { templateKey: view.key },
          },
        ]}
        title={own ? t`Change the template` : t`Keep our own copy`}
        lede={
          own
            ? t`What you save becomes version ${own.number + 1}; agreements that were made from earlier ones keep their text.`
            : t`What you save becomes a template of your organisation; the one that comes with Collegium stays as it is.`
        }
      />
      <form
        className="form template-form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <LocalisedField
          label={t`Title`}
          value={content.title}
          onChange={(title) => setContent({ ...content, title })}
        />
        <LocalisedField
          label={t`What it is for`}
          value={content.purpose}
          isLong
          onChange={(purpose) => setContent({ ...content, purpose })}
        />
        <Section title={t`Terms with which an agreement begins`}>
          <div className="form">
            <TermsFields
              value={content.terms}
              onChange={(change) => setContent({ ...content, terms: { ...content.terms, ...change } })}
            />
          </div>
        </Section>
        <TemplateClauses
          clauses={content.clauses}
          language={content.terms.authenticLanguage}
          onChange={(clauses) => setContent({ ...content, clauses })}
          onEditing={setEditing}
        />
        <ProblemNote error={save.error} />
        {!isEditing && (
          <FormActions>
            <Button type="submit" variant="filled" loading={save.isPending} disabled={content.clauses.length === 0}>
              {own ? t`Save as version ${own.number + 1}` : t`Keep as our template`}
            </Button>
            <Button onClick={() => window.history.back()}>
              <Trans>Cancel</Trans>
            </Button>
          </FormActions>
        )}
      </form>
    </>
  );
}
