import { PageHeader } from '../PageHeader.tsx';

/** All shared parts on one page. */
export function GalleryPage() {
  return <PageHeader title="Gallery" />;
}
