import { initials } from './initials.ts';

/** A person, always round. The name is said beside it, so it is decoration. */
export function PersonMark({ name, size = 26 }: { name: string; size?: number }) {
  return (
    <span className="person" style={{ width: size, height: size, fontSize: size * 0.4 }} aria-hidden>
      {initials(name)}
    </span>
  );
}
