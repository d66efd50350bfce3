import { BarList } from '../BarList.tsx';
import { CsvLink } from '../CsvLink.tsx';
import { Figures } from '../Figures.tsx';
import { PromiseBar } from '../PromiseBar.tsx';
import { QueueStrip } from '../QueueStrip.tsx';
import { Section } from '../Section.tsx';

export function ChartsGallery() {
  return (
    <>
      <Section title="Figures">
        <Figures
          items={[
            { figure: '371', words: 'placed, 90%' },
            { figure: '41', words: 'not placed, 31 free places' },
            { figure: '58%', words: 'got their first choice' },
            { figure: '309', words: 'got one of their first two' },
          ]}
        />
      </Section>
      <Section title="Which choice people got" aside={<CsvLink path="/rounds/1/profile.csv" />}>
        <BarList
          label="Which choice people got"
          nameHead="Choice"
          valueHead="Learners"
          bars={[
            { name: '1st choice', value: 238, note: '58%' },
            { name: '2nd', value: 71, note: '17%' },
            { name: '3rd', value: 34, note: '8%' },
            { name: 'Refugee status', value: null },
            { name: 'Not placed', value: 41, note: '10%', isMuted: true },
          ]}
        />
      </Section>
      <Section title="Promise bars">
        <div className="form">
          <PromiseBar delivered={118} promised={140} expected={110} unit="seats" />
          <PromiseBar delivered={62} promised={120} expected={73} unit="hours" tone="wait" />
          <PromiseBar delivered={4} promised={20} expected={11} unit="places" tone="bad" />
          <PromiseBar delivered={1} promised={6} unit="visits" tone="idle" />
        </div>
      </Section>
      <Section title="Queue strips">
        <div className="form">
          <QueueStrip total={30} places={12} rank={14} placesLabel="12 places" rankLabel="you, 14th of 30" />
          <QueueStrip total={22} places={8} rank={5} placesLabel="8 places" rankLabel="you, 5th of 22" />
          <QueueStrip total={900} places={880} rank={895} placesLabel="880 places" rankLabel="you, 895th of 900" />
          <QueueStrip total={12} places={1} rank={1} placesLabel="1 place" rankLabel="you, 1st of 12" />
        </div>
      </Section>
    </>
  );
}
