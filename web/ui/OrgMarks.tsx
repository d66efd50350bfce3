import { OrgMark } from './OrgMark.tsx';

/** Several organisations side by side; `more` counts those not shown. Names are said beside it, so it is decoration. */
export function OrgMarks({ texts, more = 0 }: { texts: readonly string[]; more?: number }) {
  return (
    <span className="marks" aria-hidden>
      {texts.map((text) => (
        <OrgMark key={text} text={text} size={22} />
      ))}
      {more > 0 && <OrgMark text={`+${more}`} size={22} />}
    </span>
  );
}
