/** The name of a text: what all parties sign is the same when this is the same. The whole of it on hover and for programs. */
export function Fingerprint({ hash }: { hash: string }) {
  return (
    <span className="mono" title={hash}>
      {hash.slice(0, 4)} {hash.slice(4, 8)}
    </span>
  );
}
