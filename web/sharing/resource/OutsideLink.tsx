/** A link that leaves the platform, in a window of its own. */
export function OutsideLink({ url, label }: { url: string; label: string }) {
  return (
    <a className="link" href={url} target="_blank" rel="noreferrer">
      {label}
    </a>
  );
}
