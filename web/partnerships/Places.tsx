import { distanceKm, type Position } from '@collegium/contract/partnerships/distance';
import type { PartnershipMemberView } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '../i18n/useFormat.ts';
import { DataTable } from '../ui/DataTable.tsx';

type Placed = PartnershipMemberView & Position;

const [width, height, margin] = [640, 260, 28];

/** Where the members are: points on a plain grid of latitude and longitude, and the same as a list with distances. */
export function Places({ members, ownId }: { members: PartnershipMemberView[]; ownId: string | undefined }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const placed = members.filter((member): member is Placed => member.latitude !== null && member.longitude !== null);
  const from = placed.find(({ organisation }) => organisation.id === ownId) ?? placed[0];
  if (placed.length < 2 || !from) return null;
  const at = projection(placed);
  return (
    <div className="places">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t`Where the members are; the list below says the same`}
      >
        <rect className="places-ground" width={width} height={height} rx="7" />
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

/** Fits all positions into the drawing; a degree of longitude is as wide as it is in the middle latitude. */
function projection(placed: readonly Placed[]): (member: Placed) => { x: number; y: number } {
  const latitudes = placed.map(({ latitude }) => latitude);
  const longitudes = placed.map(({ longitude }) => longitude);
  const middle = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  const squeeze = Math.cos((middle * Math.PI) / 180);
  const spanX = Math.max(0.1, (Math.max(...longitudes) - Math.min(...longitudes)) * squeeze);
  const spanY = Math.max(0.1, Math.max(...latitudes) - Math.min(...latitudes));
  const scale = Math.min((width - 2 * margin) / spanX, (height - 2 * margin) / spanY);
  const centreX = (Math.min(...longitudes) + Math.max(...longitudes)) / 2;
  return ({ latitude, longitude }) => ({
    x: width / 2 + (longitude - centreX) * squeeze * scale,
    y: height / 2 - (latitude - middle) * scale,
  });
}
