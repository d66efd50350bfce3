/** The same record with a field set, or left out when nothing was entered. */
export function withField<T extends object, K extends keyof T>(value: T, key: K, entered: T[K] | null | undefined): T {
  const { [key]: _, ...others } = value;
  const isEmpty = entered === null || entered === undefined || entered === '';
  return (isEmpty ? others : { ...others, [key]: entered }) as T;
}
