import { PageHeader } from '../PageHeader.tsx';
import { StageLine } from '../StageLine.tsx';
import { Status } from '../Status.tsx';
import { ActsGallery } from './ActsGallery.tsx';
import { ChartsGallery } from './ChartsGallery.tsx';
import { FormGallery } from './FormGallery.tsx';
import { ListsGallery } from './ListsGallery.tsx';
import { StatesGallery } from './StatesGallery.tsx';

const stages = [
  { name: 'Open', note: '1–30 Sep' },
  { name: 'Closed', note: '30 Sep, 18:00' },
  { name: 'Run', note: '12 Oct, 09:02' },
  { name: 'Review', note: '3 of 5 partners approved' },
  { name: 'Published', note: '15 Oct, 12:00' },
];

/** All shared parts on one page, with made-up content in English only. Exists in development. */
export function GalleryPage() {
  return (
    <main className="main" id="main">
      <PageHeader
        title="Shared parts"
        crumbs={[{ label: 'Development' }]}
        status={
          <Status tone="wait" soft>
            Waiting for approval
          </Status>
        }
        facts={
          <>
            <span className="num">412 learners</span>
            <span className="num">46 offers, 402 places</span>
          </>
        }
        lede="Look at them in both schemes, both languages, and at 390 px."
      >
        <StageLine stages={stages} current={3} />
      </PageHeader>
      <ChartsGallery />
      <ListsGallery />
      <FormGallery />
      <ActsGallery />
      <StatesGallery />
    </main>
  );
}
