/** A grade with the scale without which it means nothing. */
export function Grade({ grade, scale }: { grade: string | null; scale: string | null }) {
  if (grade === null) return '–';
  return (
    <>
      {grade} <span className="cap">{scale}</span>
    </>
  );
}
