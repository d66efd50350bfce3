import { ActionIcon } from '@mantine/core';
import { IconBook2, IconBriefcase, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { DataTable } from '../DataTable.tsx';
import { Facet } from '../Facet.tsx';
import { RankedList } from '../RankedList.tsx';
import { SearchList } from '../SearchList.tsx';
import { Section } from '../Section.tsx';
import { Status } from '../Status.tsx';

const wishes = ['Port digital twin internship', 'Wind-farm data placement', 'Grid operations placement'].map(
  (name, index) => ({ id: String(index), name }),
);

export function ListsGallery() {
  const [items, setItems] = useState(wishes);
  const [kinds, setKinds] = useState<string[]>([]);
  return (
    <>
      <Section title="Search list">
        <SearchList
          label="Search all offers"
          words=""
          onWords={() => {}}
          sentence="187 offers from 41 organisations"
          aside="Sort: best fit"
          onMore={() => {}}
          facets={
            <Facet
              title="Kind of offer"
              selected={kinds}
              onChange={setKinds}
              options={[
                { value: 'course', label: 'Course', count: 64, icon: IconBook2 },
                { value: 'internship', label: 'Internship', count: 1031, icon: IconBriefcase },
              ]}
            />
          }
        >
          <DataTable
            label="Offers"
            rows={wishes}
            keyOf={({ id }) => id}
            columns={[
              { head: 'Offer', render: ({ name }) => name, isName: true },
              { head: 'Status', render: () => <Status tone="active">Open</Status> },
              { head: 'Places left', render: ({ id }) => Number(id) * 3 + 2, isNumber: true },
            ]}
          />
        </SearchList>
      </Section>
      <Section title="Ranked list">
        <RankedList
          label="Your wishes in order"
          items={items}
          onOrder={setItems}
          renderAction={({ id, name }) => (
            <ActionIcon
              aria-label={`Take out ${name}`}
              onClick={() => setItems(items.filter((item) => item.id !== id))}
            >
              <IconX size={17} stroke={1.7} />
            </ActionIcon>
          )}
        >
          {({ name }) => (
            <>
              <div className="row-t">{name}</div>
              <p className="sub">Vantera Energy, Esbjerg</p>
            </>
          )}
        </RankedList>
      </Section>
    </>
  );
}
