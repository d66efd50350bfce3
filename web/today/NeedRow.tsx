import type { Need } from '@collegium/contract/today';
import { needWords } from '@collegium/contract/need-words';
import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { OrgMark } from '../ui/OrgMark.tsx';

const shortDate = { weekday: 'short', day: 'numeric', month: 'short' } as const;

/** One thing that waits: what to do, with what, for whom, until when. */
export function NeedRow({ need, emphasis }: { need: Need; emphasis: 'filled' | 'button' | 'link' }) {
  const { language, text, time, date } = useFormat();
  const verb = needWords[need.kind][language];
  return (
    <div className="row hov need">
      <OrgMark text={need.shortMark} size={28} />
      <div className="need-words">
        <div className="row-t">
          <span className="verb">{verb}</span>
          <Link to={need.path}>{text(need.title)}</Link>
        </div>
        <p className="sub">
          <Why need={need} />
        </p>
      </div>
      <span className={`num sub due${emphasis === 'link' ? '' : ' late'}`}>
        {need.dueAt && (emphasis === 'link' ? date(need.dueAt, shortDate) : time(need.dueAt))}
      </span>
      {emphasis === 'link' ? (
        <Link className="link sub need-b" to={need.path} aria-label={`${verb}: ${text(need.title)}`}>
          {verb}
          <IconChevronRight size={14} className="chev" aria-hidden />
        </Link>
      ) : (
        <Button
          className="need-b"
          size="xs"
          fullWidth
          variant={emphasis === 'filled' ? 'filled' : 'default'}
          renderRoot={(props) => <Link {...props} to={need.path} aria-label={`${verb}: ${text(need.title)}`} />}
        >
          {verb}
        </Button>
      )}
    </div>
  );
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
  return who;
}
