import type { RoundView } from '@collegium/contract/rounds';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { Section } from '../../ui/Section.tsx';
import { Status } from '../../ui/Status.tsx';

/** What a draft needs before it can open: offers, learners and, where the score ranks, scores. Links lead to each. */
export function WhatIsIn({ round }: { round: RoundView }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const params = { roundId: round.id };
  return (
    <Section title={t`What is in this round`}>
      <ul className="rows">
        <li>
          <Part
            title={
              <Link to="/rounds/$roundId/offers" params={params}>
                <Trans>Offers</Trans>
              </Link>
            }
            why={<Trans>Of your organisation and of partners; only offers whose places are given in rounds.</Trans>}
            figure={<Plural value={round.offers} one="# offer" other="# offers" />}
            isDone={round.offers > 0}
          />
        </li>
        <li>
          <Part
            title={
              <Link to="/rounds/$roundId/learners" params={params}>
                <Trans>Learners</Trans>
              </Link>
            }
            why={<Trans>Who may rank the offers; more can be invited while the round is open.</Trans>}
            figure={<Plural value={round.learners} one="# learner" other="# learners" />}
            isDone={round.learners > 0}
          />
        </li>
        {round.rankedBy === 'score' && (
          <li>
            <Part
              title={
                <Link to="/rounds/$roundId/learners" params={params}>
                  <Trans>Scores</Trans>
                </Link>
              }
              why={round.scoreRule}
              figure={
                <Trans>
                  {number(round.scoredLearners)} of {number(round.learners)}
                </Trans>
              }
              isDone={round.scoredLearners === round.learners && round.learners > 0}
            />
          </li>
        )}
      </ul>
    </Section>
  );
}

interface PartProps {
  title: ReactNode;
  why: ReactNode;
  figure: ReactNode;
  isDone: boolean;
}

function Part({ title, why, figure, isDone }: PartProps) {
  return (
    <div className="row hov in-row">
      <div>
        <div className="row-t">{title}</div>
        <div className="sub">{why}</div>
      </div>
      <span className="num">{figure}</span>
      {isDone ? (
        <Status tone="good">
          <Trans>Ready</Trans>
        </Status>
      ) : (
        <Status tone="wait">
          <Trans>To do</Trans>
        </Status>
      )}
    </div>
  );
}
