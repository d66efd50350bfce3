import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Section } from '../../ui/Section.tsx';
import { KeptClauseRow } from './KeptClauseRow.tsx';
import { clauseLibraryQuery, templatesQuery } from './library-query.ts';
import { TemplateRow } from './TemplateRow.tsx';
import '../agreements.css';
import '../draft.css';

/** What agreements begin with: templates and clauses that one’s organisation keeps, and those that come with Collegium. */
export function LibraryPage() {
  const { t } = useLingui();
  const { data, error, isPending, refetch } = useQuery(templatesQuery());
  const own = data?.items.filter((item) => item.own !== null) ?? [];
  return (
    <>
      <PageHeader
        title={t`Templates and clauses`}
        crumbs={[{ label: t`Agreements`, to: '/agreements' }]}
        lede={t`An agreement begins from a template; clauses are taken into any draft. What was agreed before keeps its text when a template changes.`}
      />
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading />}
      {data && (
        <>
          <Section title={t`Our templates`}>
            {own.length === 0 && (
              <Empty
                title={t`Your organisation keeps no template of its own`}
                why={t`Open one that comes with Collegium and keep your own copy, or keep the text of an agreement from its page.`}
              />
            )}
            <ul className="rows">
              {own.map((item) => (
                <TemplateRow key={item.key} item={item} />
              ))}
            </ul>
          </Section>
          <OwnClauses />
          <Section title={t`Templates that come with Collegium`}>
            <ul className="rows">
              {data.items
                .filter((item) => item.own === null)
                .map((item) => (
                  <TemplateRow key={item.key} item={item} />
                ))}
            </ul>
          </Section>
        </>
      )}
    </>
  );
}

function OwnClauses() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(clauseLibraryQuery());
  const own = data?.items.flatMap((item) => (item.id === null ? [] : [{ ...item, id: item.id }])) ?? [];
  return (
    <Section
      title={t`Our clauses`}
      aside={
        data?.abilities.keep && (
          <Button
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            renderRoot={(props) => <Link to="/agreements/library/clauses/new" {...props} />}
          >
            <Trans>Write a clause</Trans>
          </Button>
        )
      }
    >
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {data && own.length === 0 && (
        <Empty
          title={t`Your organisation keeps no clause of its own`}
          why={t`Write one here, or keep a clause of a draft: the clauses of every template can be taken into a draft anyway.`}
        />
      )}
      <ul className="rows">
        {own.map((item) => (
          <KeptClauseRow key={item.id} item={item} />
        ))}
      </ul>
    </Section>
  );
}
