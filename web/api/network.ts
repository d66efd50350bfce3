/** The network whose pages these are: the first segment of the address. Empty on `/`, where the networks are listed. */
export function networkSlug(): string {
  return window.location.pathname.split('/')[1] ?? '';
}

/** The address of something under the network: `networkPath('/api/offers')` is `/sample/api/offers`. */
export function networkPath(path: string): string {
  return `/${networkSlug()}${path}`;
}
