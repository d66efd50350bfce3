import type { Need } from '@collegium/contract/today';
import { needWords } from '@collegium/contract/need-words';
import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { OrgMark } from '../ui/OrgMark.tsx';
import { isByDay } from './group-by-urgency.ts';

const shortDate = { weekday: 'short', day: 'numeric', month: 'short' } as const;

export type Urgency = 'overdue' | 'today' | 'later';

interface NeedRowProps {
  need: Need;
  urgency: Urgency;
  /** The most urgent of all: its button is the page's filled one. */
  isFirst: boolean;
}

/** One thing that waits: what to do, with what, for whom, until when. */
export function NeedRow({ need, urgency, isFirst }: NeedRowProps) {
  const { language, text, time, date } = useFormat();
  const isByTime = urgency === 'today' && !isByDay(need);
  const verb = needWords[need.kind][language];
  return (
    <div className="row hov need">
      <OrgMark text={need.shortMark} size={28} />
      <div className="need-words">
        <div className="row-t">
          <span className="verb">{verb}</span>
          <Link {...placeOf(need)}>{text(need.title)}</Link>
        </div>
        <p className="sub">
          <Why need={need} />
        </p>
      </div>
      <span className={`num sub due${urgency === 'later' ? '' : ' late'}`}>
        {need.dueAt && (isByTime ? time(need.dueAt) : date(need.dueAt, shortDate))}
      </span>
      {urgency === 'later' ? (
        <Link className="link sub need-b" {...placeOf(need)} aria-label={`${verb}: ${text(need.title)}`}>
          {verb}
          <IconChevronRight size={14} className="chev" aria-hidden />
        </Link>
      ) : (
        <Button
          className="need-b"
          size="xs"
          fullWidth
          variant={isFirst ? 'filled' : 'default'}
          renderRoot={(props) => <Link {...props} {...placeOf(need)} aria-label={`${verb}: ${text(need.title)}`} />}
        >
          {verb}
        </Button>
      )}
    </div>
  );
}

/** A path may say which view of the record is meant: `/agreements/…?tab=review`. */
function placeOf({ path }: Need): { to: string; search?: Record<string, string> } {
  const [to = path, query] = path.split('?');
  return query === undefined ? { to } : { to, search: Object.fromEntries(new URLSearchParams(query)) };
}

function Why({ need: { kind, concerns, count } }: { need: Need }) {
  const { t } = useLingui();
  const who = concerns ?? '';
  if (kind === 'respond_to_place') return t`${who} holds it for you until you answer.`;
  if (kind === 'rank_wishes') return t`${who} invited you to this round.`;
  if (kind === 'rank_applicants')
    return plural(count, {
      one: `One learner wishes for it; ${who} allocates.`,
      other: `# learners wish for it; ${who} allocates.`,
    });
  if (kind === 'confirm_hours')
    return plural(count, { one: `One entry of ${who} to confirm.`, other: `# entries of ${who} to confirm.` });
  if (kind === 'review_agreement') return t`${who} proposed version ${count}.`;
  if (kind === 'answer_agreement_request') return t`A party asks for your word.`;
  if (kind === 'answer_dispute') return t`${who} says that a figure is wrong.`;
  if (kind === 'countersign_contribution')
    return plural(count, { one: `${who} recorded it once.`, other: `${who} recorded it # times.` });
  if (kind === 'answer_partnership_request')
    return count === 1 ? t`You are invited to this partnership.` : t`${who} asks to join.`;
  if (kind === 'decide_booking') return t`${who} asks for it.`;
  if (kind === 'accept_booking') return t`It became free for you.`;
  if (kind === 'answer_swap') return t`${who} would exchange with you.`;
  return who;
}
