import { distanceKm, type Position } from '@collegium/contract/partnerships/distance';
import type { PartnershipMemberView } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useFormat } from '../i18n/useFormat.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { pathOf, readOutline } from './outline.ts';
import { projection } from './projection.ts';

type Placed = PartnershipMemberView & Position;

/** The outline of the land, fetched from this server once a map is drawn. */
const outlineQuery = queryOptions({
  queryKey: ['outline'],
  queryFn: async () => readOutline((await import('./land.txt?raw')).default),
  staleTime: Infinity,
});

const size = { width: 640, height: 300, margin: 44 };
const { width, height } = size;

/** Where the members are: points on a map that asks nobody for it, and the same as a list with distances. */
export function Places({ members, ownId }: { members: PartnershipMemberView[]; ownId: string | undefined }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const placed = members.filter((member): member is Placed => member.latitude !== null && member.longitude !== null);
  const outline = useQuery(outlineQuery);
  const from = placed.find(({ organisation }) => organisation.id === ownId) ?? placed[0];
  if (placed.length < 2 || !from) return null;
  const project = projection(placed, size);
  const at = ({ longitude, latitude }: Position) => project([longitude, latitude]);
  return (
    <div className="places">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t`Where the members are; the list below says the same`}
      >
        <rect className="places-sea" width={width} height={height} />
        {outline.data && <path className="places-land" d={pathOf(outline.data, project, size)} />}
        {placed.map((member) => {
          const { x, y } = at(member);
          return (
            <g key={member.organisation.id} className={member === from ? 'place you' : 'place'}>
              {member !== from && <line x1={at(from).x} y1={at(from).y} x2={x} y2={y} />}
              <circle cx={x} cy={y} r="6" />
              <text x={x} y={y - 11} textAnchor="middle">
                {member.organisation.shortMark}
              </text>
            </g>
          );
        })}
      </svg>
      <DataTable
        label={t`Distances from ${from.organisation.name}`}
        rows={placed
          .filter((member) => member !== from)
          .map((member) => ({ member, km: distanceKm(from, member) }))
          .toSorted((a, b) => a.km - b.km)}
        keyOf={({ member }) => member.organisation.id}
        columns={[
          {
            head: t`Distances from ${from.organisation.name}`,
            isName: true,
            render: ({ member }) => member.organisation.name,
          },
          { head: t`Distance`, isNumber: true, render: ({ km }) => <Trans>{number(Math.round(km))} km</Trans> },
        ]}
      />
    </div>
  );
}
