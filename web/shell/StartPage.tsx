import { Navigate, useRouter } from '@tanstack/react-router';

/** Leads to the first place that has a page. */
export function StartPage() {
  const paths = new Set<string>(Object.keys(useRouter().routesByPath));
  return <Navigate to={['/today', '/catalogue'].find((path) => paths.has(path)) ?? '/settings'} replace />;
}
