/** An organisation, always square. `text` is its short mark; `isYou` inverts it: the one you act for. Without `name` it is decoration. */
export function OrgMark({
  text,
  name,
  size = 24,
  isYou = false,
}: {
  text: string;
  name?: string | undefined;
  size?: number;
  isYou?: boolean;
}) {
  const style = { width: size, height: size, fontSize: Math.max(9, size * 0.4) };
  const named = name ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true };
  return (
    <span className={isYou ? 'org you' : 'org'} style={style} {...named}>
      {text}
    </span>
  );
}
