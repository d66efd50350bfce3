import { useLingui } from '@lingui/react/macro';
import type { Row } from './rows.ts';
import { useBlockWords } from './useBlockWords.ts';

interface PrintedListProps {
  rows: readonly Row[];
  names: ReadonlyMap<string, string>;
}

/** More would fill sheet after sheet; then the calendar alone is printed. */
const listedAtMost = 60;

/** On paper nothing can be pointed at, so who holds what stands below the calendar in words. */
export function PrintedList({ rows, names }: PrintedListProps) {
  const { t } = useLingui();
  const words = useBlockWords();
  const held = rows.filter(({ blocks }) => blocks.length > 0);
  if (held.reduce((sum, { blocks }) => sum + blocks.length, 0) > listedAtMost) return null;
  return (
    <div className="print-only">
      {held.map((row) => (
        <table className="datatable cal-printed" key={row.resource.id}>
          <caption>{names.get(row.resource.id)}</caption>
          <tbody>
            {row.blocks
              .toSorted((a, b) => a.startsAt - b.startsAt)
              .map((block, index) => (
                <tr key={index}>
                  <td className="num">{words.when(block)}</td>
                  <td>{block.source.holderName ?? words.who(block)}</td>
                  <td>{block.source.organisationName ?? ''}</td>
                  <td>{block.source.purpose ?? ''}</td>
                </tr>
              ))}
          </tbody>
        </table>
      ))}
      {held.length === 0 && <p>{t`Nothing booked`}</p>}
    </div>
  );
}
