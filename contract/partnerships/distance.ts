/** A place on the globe, in degrees. */
export interface Position {
  latitude: number;
  longitude: number;
}

const earthRadiusKm = 6_371;

/** Great-circle distance in kilometres, by the haversine formula. */
export function distanceKm(from: Position, to: Position): number {
  const [latitude, longitude] = [radians(to.latitude - from.latitude), radians(to.longitude - from.longitude)];
  const share =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(longitude / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(share)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
