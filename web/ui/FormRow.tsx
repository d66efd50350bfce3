import type { ReactNode } from 'react';

/** Two fields side by side; one below the other on phones. */
export function FormRow({ children }: { children: ReactNode }) {
  return <div className="f2">{children}</div>;
}
