import type { CommentView } from '@collegium/contract/agreements/comments';
import type { ClauseRedline } from '@collegium/contract/agreements/redline/index';
import { Plural, Trans } from '@lingui/react/macro';
import { IconMessage } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Pieces } from '../Pieces.tsx';

/** A clause as it is read, its paragraphs numbered, with the latest open remark below it. */
export function ClauseText({ clause, comments }: { clause: ClauseRedline; comments: readonly CommentView[] }) {
  const { key, number, title, paragraphs } = clause;
  const threads = comments.filter(({ replyTo }) => replyTo === null);
  const [latest] = threads.filter(({ resolution }) => resolution === null).toReversed();
  const shown = latest ?? threads.at(-1);
  return (
    <section className="clause" id={`clause-${key}`}>
      <h2>
        <span className="num">{number ?? '–'}</span>
        <span>
          <Pieces pieces={title} />
        </span>
      </h2>
      {paragraphs.map((pieces, index) => (
        <p key={index}>
          <span className="clause-number num" aria-hidden>
            {number === null ? '' : `${number}.${index + 1}`}
          </span>
          <Pieces pieces={pieces} />
        </p>
      ))}
      {shown && (
        <aside className="clause-comment noprint">
          <IconMessage size={15} stroke={1.7} aria-hidden />
          <p>
            <b className="strong">{shown.organisation}:</b> {shown.text}{' '}
            <Link className="link" from="/agreements/$agreementId" to="." search={{ tab: 'discussion' }}>
              {shown.resolution === null ? (
                <Plural value={comments.length} one="# comment" other="# comments" />
              ) : (
                <Trans>settled</Trans>
              )}
            </Link>
          </p>
        </aside>
      )}
    </section>
  );
}
