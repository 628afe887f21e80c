import type { TrackEvent } from '../detection/event/event.ts';
import { detailsOf } from './event-rows.ts';
import { endsOf } from './geojson.ts';

/** Events as KML 2.2, with their times, for Google Earth and QGIS. */
export function eventsAsKml(events: readonly TrackEvent[]): string {
  const marks = events.map((event) => {
    const ships = event.vessels.map(({ mmsi, name }) => (name === null ? mmsi : `${name} (${mmsi})`)).join(', ');
    const ends = endsOf(event);
    const shape =
      ends === undefined
        ? `<Point><coordinates>${event.lon},${event.lat}</coordinates></Point>`
        : `<LineString><tessellate>1</tessellate><coordinates>${ends.map(({ lon, lat }) => `${lon},${lat}`).join(' ')}</coordinates></LineString>`;
    return [
      `<Placemark id="e${event.id}"><name>${escaped(`${event.kind}: ${ships}`)}</name>`,
      `<description>${escaped(`${event.rule} ${JSON.stringify(detailsOf(event))}`)}</description>`,
      `<TimeSpan><begin>${event.from}</begin><end>${event.to}</end></TimeSpan>${shape}</Placemark>`,
    ].join('');
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Events of ships</name>\n${marks.join('\n')}\n</Document></kml>\n`;
}

/** Text within XML 1.0: characters that it cannot hold are left out. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
