import type { TrackEvent } from '../detection/event/event.ts';

/** Events as GeoJSON (RFC 7946): points with all that the event says; a gap is the line between its ends, cut at the 180th meridian. */
export function eventsAsGeoJson(events: readonly TrackEvent[]): string {
  const features = events.map((event) => {
    const { id, lat, lon, ...properties } = event;
    return { type: 'Feature', id, geometry: geometryOf(event), properties: { ...properties, lat, lon } };
  });
  return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`;
}

type End = { readonly lat: number; readonly lon: number };

function geometryOf(event: TrackEvent): object {
  const ends = endsOf(event);
  if (ends === undefined) return { type: 'Point', coordinates: [event.lon, event.lat] };
  const [start, end] = ends;
  if (Math.abs(start.lon - end.lon) <= 180)
    return {
      type: 'LineString',
      coordinates: [
        [start.lon, start.lat],
        [end.lon, end.lat],
      ],
    };
  // RFC 7946, section 3.1.9: what crosses the antimeridian is cut there.
  const side = start.lon > 0 ? 180 : -180;
  const east = end.lon + 2 * side;
  const share = (side - start.lon) / (east - start.lon);
  const lat = start.lat + share * (end.lat - start.lat);
  return {
    type: 'MultiLineString',
    coordinates: [
      [
        [start.lon, start.lat],
        [side, lat],
      ],
      [
        [-side, lat],
        [end.lon, end.lat],
      ],
    ],
  };
}

/** Both ends of a gap that are known. */
export function endsOf(event: TrackEvent): [End, End] | undefined {
  const gap = event.kind === 'gap' ? event : undefined;
  return isEnd(gap?.start) && isEnd(gap?.end) ? [gap.start, gap.end] : undefined;
}

function isEnd(value: unknown): value is End {
  if (typeof value !== 'object' || value === null || !('lat' in value) || !('lon' in value)) return false;
  return typeof value.lat === 'number' && typeof value.lon === 'number';
}
