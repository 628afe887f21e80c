import { describe, expect, it } from 'vitest';
import { frameOf } from '../../../src/figures/maps/sea-chart.ts';
import { chartTracks, firstFrom, type PathSink, tracePath } from './chart-tracks.ts';

const ALL = { from: -Infinity, to: Infinity };

/** A path as the moves and lines that it is made of. */
function traced(run: (sink: PathSink) => void): { kind: 'move' | 'line'; x: number; y: number }[] {
  const steps: { kind: 'move' | 'line'; x: number; y: number }[] = [];
  run({
    moveTo: (x, y) => void steps.push({ kind: 'move', x, y }),
    lineTo: (x, y) => void steps.push({ kind: 'line', x, y }),
  });
  return steps;
}

/** One ship that sails east along a parallel, a position every `step` seconds. */
function eastward(
  count: number,
  step: number,
  from = 124,
  hole: { readonly at: number; readonly seconds: number } | null = null,
) {
  const rows = Array.from({ length: count }, (_, at) => at);
  const late = (at: number): number => (hole !== null && at >= hole.at ? hole.seconds : 0);
  return chartTracks({
    ships: [{ id: '1/1', start: 0, count }],
    time: rows.map((at) => 1_500_000_000 + at * step + late(at)),
    lat: rows.map(() => 3_800_000),
    lon: rows.map((at) => Math.round((((from + at * 0.01 + 180) % 360) - 180) * 1e5)),
    every: 1,
  });
}

describe('the line of a track', () => {
  it('goes over no hole, and through all else', () => {
    const set = eastward(100, 300, 124, { at: 50, seconds: 7200 });
    const frame = frameOf(set.corners, 800, 500, 10);
    const steps = traced((sink) => tracePath(set.tracks[0]!, frame, ALL, set.hole, sink));
    expect(steps.filter(({ kind }) => kind === 'move')).toHaveLength(2);
    expect(steps.filter(({ kind }) => kind === 'line').length).toBe(98);
  });

  it('runs on over the 180th meridian, and a chart on its other side shows it too', () => {
    const set = eastward(100, 300, 179.5);
    const frame = frameOf(set.corners, 800, 500, 10);
    for (const longitude of [frame.longitude, frame.longitude - 360]) {
      const steps = traced((sink) => tracePath(set.tracks[0]!, { ...frame, longitude }, ALL, set.hole, sink));
      expect(steps.filter(({ kind }) => kind === 'move')).toHaveLength(1);
      for (const [at, { x }] of steps.entries()) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(800);
        if (at > 0) expect(x).toBeGreaterThan(steps[at - 1]!.x);
      }
    }
  });

  it('costs nothing where it lies outside or on one pixel', () => {
    const set = eastward(5000, 60);
    const far = frameOf([[10, 10]], 800, 500, 60);
    expect(traced((sink) => tracePath(set.tracks[0]!, far, ALL, set.hole, sink))).toEqual([]);
    const wide = frameOf(
      [
        [124, -60],
        [174, 60],
      ],
      300,
      300,
      60,
    );
    const steps = traced((sink) => tracePath(set.tracks[0]!, wide, ALL, set.hole, sink));
    expect(steps.length).toBeGreaterThan(10);
    expect(steps.length).toBeLessThan(400);
  });

  it('is that of a time', () => {
    const set = eastward(100, 300);
    const [track] = set.tracks;
    expect(firstFrom(track!, 1_500_000_000 + 301)).toBe(2);
    const times = { from: 1_500_000_000 + 3000, to: 1_500_000_000 + 6000 };
    const steps = traced((sink) => tracePath(track!, frameOf(set.corners, 800, 500, 10), times, set.hole, sink));
    expect(steps.filter(({ kind }) => kind === 'line')).toHaveLength(10);
  });
});
