/** A hash or seed by its ends; the whole of it is in the tooltip, and selectable where it is shown whole. */
export function Hash({ name, value, isWhole = false }: { name: string; value: string | null; isWhole?: boolean }) {
  if (!value) return null;
  const ends = `${value.slice(0, 4)} ${value.slice(4, 8)} … ${value.slice(-4)}`;
  return (
    <>
      <dt>{name}</dt>
      <dd className={isWhole ? 'mono whole' : 'mono'} title={value}>
        {isWhole ? value : ends}
      </dd>
    </>
  );
}
