import { useLingui } from '@lingui/react/macro';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Feeds } from './Feeds.tsx';
import { OutsideCalendars } from './OutsideCalendars.tsx';
import '../sharing.css';

/** What one’s calendar program reads from here, and what is read from it. */
export function CalendarsPage() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader
        title={t`Calendar programs`}
        crumbs={[{ label: t`Bookings`, to: '/bookings' }]}
        lede={t`See your bookings where your other dates are, and let us know when you are busy elsewhere.`}
      />
      <div className="two-up">
        <Feeds />
        <OutsideCalendars />
      </div>
    </>
  );
}
