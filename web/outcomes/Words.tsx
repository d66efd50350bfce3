import { useFormat } from '../i18n/useFormat.ts';
import { PersonMark } from '../ui/PersonMark.tsx';
import { RichText } from '../ui/RichText.tsx';

/** Somebody’s own words on record, with who, for whom and when. */
export function Words({ text, name, part, at }: { text: string; name: string; part: string; at: string | null }) {
  const { date } = useFormat();
  return (
    <blockquote className="words">
      <RichText text={text} />
      <footer className="sub">
        <PersonMark name={name} size={22} />
        <span>
          <b className="strong">{name}</b>, {part}
          {at && `, ${date(at)}`}
        </span>
      </footer>
    </blockquote>
  );
}
