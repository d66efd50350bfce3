import type { Clause } from '@collegium/contract/agreements/clause';
import type { KeptClauseView } from '@collegium/contract/agreements/library';
import { readClause } from '@collegium/contract/agreements/read-clause';
import { redline } from '@collegium/contract/agreements/redline/index';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { Detail } from '../../ui/Detail.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RailSection } from '../../ui/RailSection.tsx';
import { Status } from '../../ui/Status.tsx';
import { ClauseText } from '../text/ClauseText.tsx';
import { clauseKindNames } from '../words.ts';
import { KeepClauseForm } from './KeepClauseForm.tsx';
import { keptClauseQuery } from './library-query.ts';
import { Retire } from './Retire.tsx';
import '../agreements.css';
import '../draft.css';

const route = getRouteApi('/open/member/agreements/library/clauses/$clauseTemplateId');

/** A clause that one’s organisation keeps: each version with what it changed, the next one, and its end. */
export function KeptClausePage() {
  const { clauseTemplateId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(keptClauseQuery(clauseTemplateId));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return <KeptClause key={data.versions[0]?.number} view={data} />;
}

function KeptClause({ view }: { view: KeptClauseView }) {
  const { t } = useLingui();
  const { text, day, language } = useFormat();
  const [newest] = view.versions;
  const [number, setNumber] = useState(newest?.number ?? 1);
  const [isEditing, setEditing] = useState(false);
  const shown = view.versions.find((one) => one.number === number) ?? newest;
  if (!newest || !shown) return null;
  const before = view.versions.find((one) => one.number === shown.number - 1);
  const read = (clause: Clause) => [readClause(clause, { language, nameOf: (id) => id })];
  const { clauses } = redline(read((before ?? shown).clause), read(shown.clause));
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t`Agreements`, to: '/agreements' },
          { label: t`Templates and clauses`, to: '/agreements/library' },
        ]}
        title={text(newest.clause.title)}
        status={<Status tone="active" soft>{t`Version ${newest.number}`}</Status>}
        facts={<span>{t(clauseKindNames[newest.clause.kind])}</span>}
        actions={
          view.abilities.change &&
          !isEditing && (
            <>
              <Retire path={`/clause-templates/${view.id}`} name={text(newest.clause.title)} />
              <Button className="grow" variant="filled" onClick={() => setEditing(true)}>
                <Trans>Change</Trans>
              </Button>
            </>
          )
        }
      />
      <Detail
        railLabel={t`Versions`}
        rail={
          <RailSection title={t`Versions`} aside={<span className="num">{view.versions.length}</span>}>
            <ul className="draft-gaps">
              {view.versions.map((one) => (
                <li key={one.number}>
                  <UnstyledButton
                    className="link"
                    aria-pressed={one.number === shown.number}
                    onClick={() => setNumber(one.number)}
                  >
                    {t`Version ${one.number}`}
                  </UnstyledButton>
                  <span className="cap">{t`${one.changedBy}, ${day(one.changedAt)}`}</span>
                </li>
              ))}
            </ul>
          </RailSection>
        }
      >
        {isEditing ? (
          <KeepClauseForm
            clause={newest.clause}
            of={{ id: view.id, number: newest.number }}
            onDone={() => setEditing(false)}
          />
        ) : (
          <>
            {before && (
              <p className="sub agreement-bar">
                {t`Version ${shown.number}, with what it changed of version ${before.number} marked.`}
              </p>
            )}
            <article className="agreement-doc" aria-label={t`Clause text`}>
              {clauses.map((clause) => (
                <ClauseText key={clause.key} clause={clause} comments={[]} />
              ))}
            </article>
          </>
        )}
      </Detail>
    </>
  );
}
