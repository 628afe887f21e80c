import { describe, expect, it } from 'vitest';
import { chartX, chartY, frameOf } from '../../../src/figures/maps/sea-chart.ts';
import { tilesIn } from './tile-grid.ts';

const ZOOMS = { minZoom: 0, maxZoom: 14 };

/** The north-west corner of a tile in degrees, by the formula of the scheme. */
function corner({ z, x, y }: { readonly z: number; readonly x: number; readonly y: number }) {
  const turn = Math.PI * (1 - (2 * y) / 2 ** z);
  return { lon: (x / 2 ** z) * 360 - 180, lat: (Math.atan(Math.sinh(turn)) * 180) / Math.PI };
}

describe('the tiles of a frame', () => {
  const places = [
    [124.1, 31.2],
    [124.6, 31.6],
  ] as const;
  const frame = frameOf(places, 900, 600, 10);

  it('lie where their corners are on the chart, and cover it', () => {
    const tiles = tilesIn(frame, 256, ZOOMS);
    for (const tile of tiles) {
      const { lon, lat } = corner(tile);
      expect(tile.left).toBeCloseTo(chartX(frame, lon), 6);
      expect(tile.top).toBeCloseTo(chartY(frame, lat), 6);
      expect(tile.size).toBeGreaterThan(256 / 1.5);
      expect(tile.size).toBeLessThan(256 * 1.5);
    }
    expect(Math.min(...tiles.map(({ left }) => left))).toBeLessThanOrEqual(0);
    expect(Math.min(...tiles.map(({ top }) => top))).toBeLessThanOrEqual(0);
    expect(Math.max(...tiles.map(({ left, size }) => left + size))).toBeGreaterThanOrEqual(900);
    expect(Math.max(...tiles.map(({ top, size }) => top + size))).toBeGreaterThanOrEqual(600);
  });

  it('run on over the 180th meridian', () => {
    const across = [
      [179, 10],
      [-179, 12],
    ] as const;
    const tiles = tilesIn(frameOf(across, 900, 600, 10), 256, ZOOMS);
    const columns = new Set(tiles.map(({ x }) => x));
    expect(columns.has(0)).toBe(true);
    expect(columns.has(2 ** tiles[0]!.z - 1)).toBe(true);
    expect(tiles.every(({ x, z }) => x >= 0 && x < 2 ** z)).toBe(true);
  });

  it('are those of the largest scale that a map has, and none where they would be without number', () => {
    expect(new Set(tilesIn(frame, 256, { minZoom: 0, maxZoom: 6 }).map(({ z }) => z))).toEqual(new Set([6]));
    expect(tilesIn(frame, 256, { minZoom: 14, maxZoom: 14 })).toEqual([]);
  });
});
