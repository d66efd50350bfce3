import { Trans } from '@lingui/react/macro';
import { memo, type CSSProperties } from 'react';
import type { Day } from './days.ts';
import type { Draft } from './draft.ts';
import { lanes, place } from './place.ts';
import type { Block, Row } from './rows.ts';
import type { Stretch } from './stretches.ts';
import { useBlockWords } from './useBlockWords.ts';

interface DayCellProps {
  row: Row;
  day: Day;
  hours: readonly [number, number];
  now: number;
  draft: Draft | undefined;
  /** What stands in the draft’s way. */
  isClash: boolean;
  onOpen: (bookingId: string) => void;
}

/** What is closed, held, asked for and being chosen on one day of one resource. */
export const DayCell = memo(function DayCell({ row, day, hours, now, draft, isClash, onOpen }: DayCellProps) {
  const words = useBlockWords();
  const seen = (stretch: Stretch) => place(stretch, day, hours);
  const nowAt = seen({ startsAt: now, endsAt: now + 1 });
  const draftAt = draft && seen(draft);
  return (
    <>
      {row.closed.map((one) => {
        const at = seen(one);
        return (
          at && (
            <span key={one.startsAt} className="bk off" style={across(at)}>
              {at.length > 0.4 && <span>{one.note === '' ? <Trans>Closed</Trans> : one.note}</span>}
            </span>
          )
        );
      })}
      {row.resource.units > 1
        ? row.steps.map((step) => <PoolStep key={step.startsAt} row={row} step={step} at={seen(step)} />)
        : lanes(row.blocks.filter((block) => seen(block) !== undefined)).map(({ block, lane, of }, index) => {
            const at = seen(block);
            return (
              at && (
                <BlockButton
                  key={index}
                  block={block}
                  label={words.whole(block, row)}
                  text={
                    at.length < 0.3 && block.source.organisationName === undefined && !block.source.isOwn
                      ? ''
                      : words.short(block)
                  }
                  style={{ ...across(at), ...down(lane, of) }}
                  onOpen={onOpen}
                />
              )
            );
          })}
      {row.resource.units > 1 &&
        row.blocks
          .filter(({ source }) => source.isOwn)
          .map((block) => {
            const at = seen(block);
            return (
              at && (
                <BlockButton
                  key={block.startsAt}
                  block={block}
                  label={words.whole(block, row)}
                  text={words.short(block)}
                  style={{ ...across(at), insetBlock: 'auto 4px', blockSize: 18 }}
                  onOpen={onOpen}
                />
              )
            );
          })}
      {nowAt && <u className="nowl" style={{ insetInlineStart: percent(nowAt.start) }} />}
      {draft && draftAt && (
        <span className={isClash ? 'bk draft bad' : 'bk draft'} style={{ ...across(draftAt), ...down(0, 1) }}>
          <span>{draftAt.length < 0.12 ? '' : draftAt.length < 0.4 ? words.hours(draft) : words.times(draft)}</span>
        </span>
      )}
    </>
  );
});

interface BlockButtonProps {
  block: Block;
  label: string;
  text: string;
  style: CSSProperties;
  onOpen: (bookingId: string) => void;
}

/** A booking; it opens for those who may read it. */
function BlockButton({ block: { source }, label, text, style, onOpen }: BlockButtonProps) {
  const isSure = source.state === 'confirmed' || source.state === 'completed';
  const className = `bk${source.isOwn ? ' you' : ''}${isSure ? '' : ' hold'}`;
  const { bookingId } = source;
  if (bookingId === undefined)
    return (
      <span className={className} style={style} title={label}>
        <span aria-hidden>{text}</span>
        <span className="vh">{label}</span>
      </span>
    );
  return (
    <button
      type="button"
      className={className}
      style={style}
      title={label}
      aria-label={label}
      data-booking={source.isOwn ? bookingId : undefined}
      onClick={(event) => {
        event.stopPropagation();
        onOpen(bookingId);
      }}
    >
      <span>{text}</span>
    </button>
  );
}

/** How full a pool is for a while. */
function PoolStep({
  row,
  step,
  at,
}: {
  row: Row;
  step: Row['steps'][number];
  at: { start: number; length: number } | undefined;
}) {
  const words = useBlockWords();
  const { units } = row.resource;
  if (!at) return null;
  const { held, asked } = step;
  return (
    <span
      className={`bk${held === 0 ? ' hold' : ''}${held >= units ? ' full' : ''}`}
      style={{ ...across(at), ...down(0, 1) }}
      title={words.when(step)}
    >
      <span className="num">
        {asked > 0 ? (
          <Trans>
            {held + asked} of {units}?
          </Trans>
        ) : (
          <Trans>
            {held} of {units}
          </Trans>
        )}
      </span>
    </span>
  );
}

function across({ start, length }: { start: number; length: number }): CSSProperties {
  return { insetInlineStart: percent(start), inlineSize: `calc(${percent(length)} - 2px)` };
}

function down(lane: number, of: number): CSSProperties {
  const [top, height] = [10, 40];
  return { insetBlockStart: top + (lane * height) / of, blockSize: height / of - (of > 1 ? 1 : 0) };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
