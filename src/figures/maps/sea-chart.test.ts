import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coastPath, coastRings } from './coast.ts';
import {
  chartX,
  chartY,
  edgesOf,
  frameOf,
  graticuleOf,
  lineLabel,
  milesBetween,
  near,
  placeAt,
  reachOutline,
  scaleBar,
} from './sea-chart.ts';

const point = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -75, max: 75, noNaN: true }));

describe('a chart', () => {
  it('has every place that it was made for within it, on both sides of the 180th meridian too', () => {
    fc.assert(
      fc.property(
        point,
        fc.array(fc.tuple(fc.double({ min: -4, max: 4, noNaN: true }), fc.double({ min: -4, max: 4, noNaN: true })), {
          minLength: 1,
          maxLength: 20,
        }),
        ([lon, lat], offsets) => {
          const places = offsets.map(([east, north]): [number, number] => [near(lon + east, 0), lat + north]);
          const frame = frameOf(places, 600, 400, 60);
          for (const [x, y] of places) {
            const [left, top] = [chartX(frame, near(x, frame.longitude)), chartY(frame, y)];
            expect(left).toBeGreaterThan(0);
            expect(left).toBeLessThan(600);
            expect(top).toBeGreaterThan(0);
            expect(top).toBeLessThan(400);
            const [backLon, backLat] = placeAt(frame, left, top);
            expect(backLon).toBeCloseTo(near(x, frame.longitude), 6);
            expect(backLat).toBeCloseTo(y, 6);
          }
          // It never shows more than the coast's data know.
          const { west, east } = edgesOf(frame);
          expect(milesBetween([west, frame.latitude], [east, frame.latitude])).toBeGreaterThan(59);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('draws land that reaches over the meridian on the side that is shown', () => {
    const rings = coastRings([
      [
        [
          [178, 10],
          [180, 10],
          [180, 12],
          [178, 12],
          [178, 10],
        ],
      ],
    ]);
    const frame = frameOf(
      [
        [-179.5, 11],
        [179, 11],
      ],
      300,
      200,
      60,
    );
    expect(coastPath(frame, rings)).toMatch(/^M/);
    expect(coastPath(frameOf([[20, 11]], 300, 200, 60), rings)).toBeNull();
  });

  it('has a scale bar that is as long as it says, and lines in whole minutes', () => {
    const frame = frameOf(
      [
        [124, 38],
        [126, 39],
      ],
      680,
      420,
      60,
    );
    const { miles, pixels } = scaleBar(frame, 170);
    const y = frame.height / 2;
    const measured = milesBetween(placeAt(frame, 100, y), placeAt(frame, 100 + pixels, y));
    expect(measured / miles).toBeCloseTo(1, 2);
    const { lons } = graticuleOf(frame);
    expect(lons.length).toBeGreaterThan(1);
    for (const lon of lons) expect(Math.abs(lon * 60 - Math.round(lon * 60))).toBeLessThan(1e-6);
  });

  it('says degrees and minutes with their side', () => {
    expect(lineLabel(124.5, 'E', 'W')).toBe('124°30′ E');
    expect(lineLabel(-1 / 3, 'N', 'S')).toBe('0°20′ S');
    expect(lineLabel(181, 'E', 'W')).toBe('179° W');
    expect(lineLabel(0, 'E', 'W')).toBe('0°');
  });
});

describe('the area within reach of a silence', () => {
  it('is bounded by the places whose two ways add up to what she could sail', () => {
    fc.assert(
      fc.property(
        point,
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.double({ min: 1, max: 300, noNaN: true }),
        ([lon, lat], off, more) => {
          const [from, to]: [number, number][] = [
            [lon, lat * 0.8],
            [near(lon + off, 0), lat * 0.8 + off / 2],
          ];
          const miles = milesBetween(from!, to!) + more;
          for (const place of reachOutline(from!, to!, miles))
            expect(milesBetween(from!, place) + milesBetween(place, to!)).toBeCloseTo(miles, 3);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the line between the ends where she could sail no further', () => {
    expect(reachOutline([124, 38], [125, 38], 10)).toEqual([
      [124, 38],
      [125, 38],
    ]);
  });
});
