import type { AgreementInput } from '@collegium/contract/agreements/input';
import type { AgreementMoved } from '@collegium/contract/agreements/views';
import type { LocalisedText } from '@collegium/contract/localised-text';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Radio } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Failed } from '../ui/Failed.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { Loading } from '../ui/Loading.tsx';
import { LocalisedField } from '../ui/LocalisedField.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { OrganisationsField } from '../ui/OrganisationsField.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { agreementChanged } from './agreement-query.ts';
import { templatesQuery } from './library/library-query.ts';
import './agreements.css';
import './draft.css';

const route = getRouteApi('/open/member/agreements/new');

/** Begins an agreement: from which template, and with whom. */
export function NewAgreementPage() {
  const { t } = useLingui();
  const { text } = useFormat();
  const { acting } = useSession();
  const navigate = useNavigate();
  const [template, setTemplate] = useState(route.useSearch().template);
  const [title, setTitle] = useState<LocalisedText>({});
  const [partners, setPartners] = useState<{ id: string; name: string }[]>([]);
  const templates = useQuery(templatesQuery());
  const begin = useMutation({
    mutationFn: (input: AgreementInput) => api.post<AgreementMoved>('/agreements', input),
    onSuccess: async ({ id }) => {
      await agreementChanged();
      await navigate({ to: '/agreements/$agreementId/edit', params: { agreementId: id } });
    },
  });
  function submit() {
    if (template === undefined || partners.length === 0) return;
    const own = { organisationId: acting.organisation.id, role: 'lead' as const };
    const others = partners.filter(({ id }) => id !== own.organisationId);
    begin.mutate({
      template,
      ...(Object.keys(title).length > 0 && { title }),
      parties: [own, ...others.map(({ id }) => ({ organisationId: id }))],
    });
  }
  return (
    <>
      <PageHeader title={t`Begin an agreement`} crumbs={[{ label: t`Agreements`, to: '/agreements' }]} />
      {templates.error && <Failed error={templates.error} onRetry={() => void templates.refetch()} />}
      {templates.isPending && <Loading />}
      {templates.data && (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Radio.Group
            label={t`What is it about?`}
            description={t`The template brings clauses that you can change, and leaves gaps for what you negotiate.`}
            value={template ?? null}
            onChange={setTemplate}
            required
          >
            <div className="template-choices">
              {templates.data.items.map(({ key, title: name, purpose, own }) => (
                <Radio
                  key={key}
                  value={key}
                  label={own ? t`${text(name)} (own, version ${own.number})` : text(name)}
                  description={text(purpose)}
                />
              ))}
            </div>
          </Radio.Group>
          <OrganisationsField
            label={t`With whom`}
            hint={t`Your organisation leads; every party reads and edits the draft.`}
            value={partners}
            onChange={setPartners}
          />
          <LocalisedField
            label={t`Title`}
            hint={t`Left empty, it is called as the template is.`}
            value={title}
            onChange={setTitle}
          />
          <ProblemNote error={begin.error} />
          <FormActions>
            <Button
              type="submit"
              variant="filled"
              loading={begin.isPending}
              disabled={template === undefined || partners.length === 0}
            >
              <Trans>Begin the draft</Trans>
            </Button>
          </FormActions>
        </form>
      )}
    </>
  );
}
