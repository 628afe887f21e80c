import { describe, expect, it } from 'vitest';
import { coastRings } from '../../src/figures/maps/coast.ts';
import { type TrackMapInput, trackMapFigure } from '../../src/figures/maps/track-map.ts';
import { readSvgShapes } from '../../src/report/drawing/svg-shapes.ts';
import { landPolygons } from '../../src/tracks/places/land.ts';

const input: TrackMapInput = {
  title: 'Where HAE WON was',
  source: 'positions.csv',
  time: '1 June 2018, 00:00 UTC to 4 June 2018, 00:00 UTC',
  ships: [
    {
      label: 'HAE WON',
      runs: [
        [
          [123.4, 35.2],
          [123.5, 36],
        ],
        [
          [123.6, 36.8],
          [123.7, 37.2],
        ],
      ],
    },
    {
      label: '<b>& "other"',
      runs: [
        [
          [124, 35],
          [124.2, 35.4],
        ],
      ],
    },
  ],
  mark: { at: [123.5, 36], label: 'Nearness of two ships' },
  silence: { from: [123.5, 36], to: [123.6, 36.8], miles: 300, label: 'No position received' },
  ports: [{ at: [125.4, 38.717], name: 'Nampo' }],
};
const coast = coastRings(landPolygons());

describe('the map of an event', () => {
  const svg = trackMapFigure(input, coast);

  it('can be read by the setters of Word and PDF, and nothing of it lies outside', () => {
    const { width, height, shapes } = readSvgShapes(svg);
    expect(shapes.length).toBeGreaterThan(20);
    for (const shape of shapes) {
      const points =
        shape.kind === 'outline'
          ? shape.steps.flatMap((step) => (step.to === 'Z' ? [] : [[step.x, step.y] as const]))
          : [[shape.x, shape.y] as const];
      for (const [x, y] of points) {
        expect(x).toBeGreaterThanOrEqual(-1);
        expect(x).toBeLessThanOrEqual(width + 1);
        expect(y).toBeGreaterThanOrEqual(-1);
        expect(y).toBeLessThanOrEqual(height + 1);
      }
    }
  });

  it('says scale, source, time and what is not known, and escapes what it is given', () => {
    const words = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text).join(' ');
    expect(words).toContain('nautical miles');
    expect(svg).toContain('Positions as received, 1 June 2018');
    expect(words).toContain('between them the way is not known');
    expect(words).toContain('Natural Earth');
    expect(words).toMatch(/124° E/);
    expect(svg).not.toContain('<b>');
    expect(/<desc[^>]*>([^<]*)/.exec(svg)?.[1]).toMatch(/HAE WON: 4 positions drawn.*Ports: Nampo\./);
  });

  it('draws no line over a time without positions', () => {
    const d = [...svg.matchAll(/<path d="([^"]*)" fill="none"[^>]*stroke-width="1.8"/g)].map(([, path]) => path);
    expect(d).toHaveLength(1);
    expect(d[0]?.match(/M/g)).toHaveLength(2);
  });
});
