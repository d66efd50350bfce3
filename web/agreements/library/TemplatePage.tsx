import type { TemplateView } from '@collegium/contract/agreements/library';
import { readClause } from '@collegium/contract/agreements/read-clause';
import { redline } from '@collegium/contract/agreements/redline/index';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { Detail } from '../../ui/Detail.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Status } from '../../ui/Status.tsx';
import { ClauseText } from '../text/ClauseText.tsx';
import { Contents } from '../text/Contents.tsx';
import { Retire } from './Retire.tsx';
import { TemplateRail } from './TemplateRail.tsx';
import { templateQuery } from './library-query.ts';
import '../agreements.css';
import '../draft.css';

const route = getRouteApi('/open/member/agreements/library/templates/$templateKey');

/** A template as it reads, with its gaps; one’s own with all its versions. */
export function TemplatePage() {
  const { templateKey } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(templateQuery(templateKey));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return <Template view={data} />;
}

function Template({ view }: { view: TemplateView }) {
  const { t } = useLingui();
  const { text, language } = useFormat();
  const { content, own, key } = view;
  const read = content.clauses.map((clause) => readClause(clause, { language, nameOf: (id) => id }));
  const { clauses } = redline(read, read);
  const newest = own?.versions[0]?.number;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t`Agreements`, to: '/agreements' },
          { label: t`Templates and clauses`, to: '/agreements/library' },
        ]}
        title={text(content.title)}
        lede={text(content.purpose)}
        status={
          own === null ? (
            <Status tone="idle" soft>{t`Comes with Collegium`}</Status>
          ) : own.number === newest ? (
            <Status tone="active" soft>{t`Version ${own.number}`}</Status>
          ) : (
            <Status tone="idle" soft>{t`Version ${own.number}, replaced by version ${newest ?? 0}`}</Status>
          )
        }
        facts={
          <span>
            <Plural value={content.clauses.length} one="# clause" other="# clauses" />
          </span>
        }
        actions={
          <>
            {own && view.abilities.change && (
              <Retire path={`/agreement-templates/${own.id}`} name={text(content.title)} />
            )}
            {(view.abilities.change || view.abilities.copy) && (
              <Button
                renderRoot={(props) => (
                  <Link to="/agreements/library/templates/$templateKey/edit" params={{ templateKey: key }} {...props} />
                )}
              >
                {view.abilities.change ? t`Change` : t`Keep our own copy`}
              </Button>
            )}
            <Button
              className="grow agreement-binding"
              variant="filled"
              renderRoot={(props) => <Link to="/agreements/new" search={{ template: key }} {...props} />}
            >
              <Trans>Begin an agreement</Trans>
            </Button>
          </>
        }
      />
      <Detail railLabel={t`Terms and versions`} rail={<TemplateRail view={view} />}>
        <div className="agreement-text">
          <Contents clauses={clauses} differing={undefined} />
          <article aria-label={t`Template text`} className="agreement-doc">
            {clauses.map((clause) => (
              <ClauseText key={clause.key} clause={clause} comments={[]} />
            ))}
          </article>
        </div>
      </Detail>
    </>
  );
}
