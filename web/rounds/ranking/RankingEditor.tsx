import type { Applicant, RankingView } from '@collegium/contract/ranking';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { RankedList } from '../../ui/RankedList.tsx';
import { Section } from '../../ui/Section.tsx';
import { toast } from '../../ui/toast.ts';
import { rankingQuery } from '../queries.ts';
import { ApplicantList } from './ApplicantList.tsx';
import { ApplicantWords } from './ApplicantWords.tsx';
import { draftOf, forget, inputOf, rank, refuse, tie, untie, type RankingDraft } from './draft.ts';
import { RankingFiles } from './RankingFiles.tsx';

/** The ranking in three parts: ranked (with ties), not ranked yet, not acceptable. Saved as a whole. */
export function RankingEditor({ ranking }: { ranking: RankingView }) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(() => draftOf(ranking));
  const isLocked = !ranking.abilities.change;
  const people = new Map(ranking.applicants.map((applicant) => [applicant.personId, applicant]));
  const save = useSave(ranking);
  const isChanged = JSON.stringify(inputOf(draft)) !== JSON.stringify(inputOf(draftOf(ranking)));
  return (
    <>
      <Section
        title={t`Ranked, best first`}
        aside={<RankingFiles draft={draft} people={people} onRead={isLocked ? undefined : setDraft} />}
      >
        {draft.groups.length === 0 && (
          <p className="sub">
            <Trans>Nobody yet. Those who are not ranked come last, told apart by the lottery.</Trans>
          </p>
        )}
        <Groups draft={draft} people={people} isLocked={isLocked} onChange={setDraft} />
      </Section>
      <ApplicantList
        title={t`Not ranked`}
        why={t`They come after everybody you ranked, as equals.`}
        ids={draft.unranked}
        people={people}
        acts={
          isLocked
            ? []
            : [
                [t`Rank`, (id) => setDraft(rank(draft, id))],
                [t`Not acceptable`, (id) => setDraft(refuse(draft, id))],
              ]
        }
      />
      <ApplicantList
        title={t`Not acceptable`}
        why={t`They get no place here, even if places stay empty.`}
        ids={draft.unacceptable}
        people={people}
        acts={isLocked ? [] : [[t`Take back`, (id) => setDraft(forget(draft, id))]]}
      />
      <ProblemNote error={save.error} />
      {!isLocked && (
        <div className="save-ranking">
          <Button
            variant="filled"
            disabled={!isChanged && ranking.version > 0}
            loading={save.isPending}
            onClick={() => save.mutate(draft)}
          >
            <Trans>Save the ranking</Trans>
          </Button>
          <span className="cap" role="status">
            {isChanged ? <Trans>Not saved yet.</Trans> : ranking.rankedAt && <Trans>Saved.</Trans>}
          </span>
        </div>
      )}
    </>
  );
}

function useSave(ranking: RankingView) {
  const { t } = useLingui();
  const { round, offer, version } = ranking;
  return useMutation({
    mutationFn: (draft: RankingDraft) =>
      api.put<RankingView>(`/rounds/${round.id}/offers/${offer.id}/ranking`, inputOf(draft), { ifMatch: version }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(rankingQuery(round.id, offer.id).queryKey, saved);
      await toast(t`The ranking is saved.`);
    },
  });
}

interface GroupsProps {
  draft: RankingDraft;
  people: ReadonlyMap<string, Applicant>;
  isLocked: boolean;
  onChange: (draft: RankingDraft) => void;
}

function Groups({ draft, people, isLocked, onChange }: GroupsProps) {
  const { t } = useLingui();
  const items = draft.groups.map((ids) => ({
    id: ids.join(' '),
    ids,
    name: ids.map((id) => people.get(id)?.name ?? '').join(', '),
  }));
  return (
    <RankedList
      label={t`Applicants in order`}
      items={items}
      isLocked={isLocked}
      onOrder={(ordered) => onChange({ ...draft, groups: ordered.map(({ ids }) => ids) })}
      renderAction={({ ids }) => {
        const index = draft.groups.findIndex((group) => group.join(' ') === ids.join(' '));
        return (
          !isLocked && (
            <span className="rank-acts">
              {ids.length > 1 ? (
                <Button size="compact-xs" variant="subtle" onClick={() => onChange(untie(draft, index))}>
                  <Trans>Separate</Trans>
                </Button>
              ) : (
                <Button size="compact-xs" variant="subtle" onClick={() => onChange(forget(draft, ids[0] ?? ''))}>
                  <Trans>Take out</Trans>
                </Button>
              )}
              {index > 0 && (
                <Button size="compact-xs" variant="subtle" onClick={() => onChange(tie(draft, index))}>
                  <Trans>Equal to above</Trans>
                </Button>
              )}
            </span>
          )
        );
      }}
    >
      {({ ids }) => (
        <div>
          {ids.length > 1 && (
            <span className="cap">
              <Plural value={ids.length} one="# equal" other="# equals" />
            </span>
          )}
          {ids.map((id) => (
            <ApplicantWords key={id} applicant={people.get(id)} />
          ))}
        </div>
      )}
    </RankedList>
  );
}
