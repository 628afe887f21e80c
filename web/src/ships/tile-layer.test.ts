import { describe, expect, it } from 'vitest';
import { frameOf } from '../../../src/figures/maps/sea-chart.ts';
import type { TilePlace } from './tile-grid.ts';
import { type MapPen, type TileDrawing, tileLayer } from './tile-layer.ts';

const ZOOMS = { minZoom: 0, maxZoom: 14 };
const COLOURS = { land: '', water: '', line: '' };
const SEEN = frameOf(
  [
    [124.1, 31.2],
    [124.6, 31.6],
  ],
  900,
  600,
  10,
);
/** What is drawn is wider than what is seen. */
const FRAME = { ...SEEN, width: 1440, height: 960 };
// Tiles draw themselves: these ask nothing of it.
const PEN = {} as MapPen;

/** A layer whose frame is drawn, and once more when all tiles have answered: what it said, and how many drew themselves. */
async function drawnTwice(load: (place: TilePlace) => Promise<TileDrawing | null>, zooms = ZOOMS) {
  let waiting = 0;
  let told = 0;
  let drew = 0;
  const counted = async (place: TilePlace): Promise<TileDrawing | null> => {
    waiting++;
    const tile = await load(place);
    return tile === null ? null : () => void drew++;
  };
  const layer = tileLayer(counted, 256, zooms, () => void told++);
  const first = layer.draw(PEN, FRAME, SEEN, COLOURS);
  await expect.poll(() => told).toBe(waiting);
  const second = layer.draw(PEN, FRAME, SEEN, COLOURS);
  return { said: [first, second], drew, waiting };
}

describe('what a frame shows of a map', () => {
  it('is some of it once a tile has come', async () => {
    const { said, drew, waiting } = await drawnTwice(async () => () => undefined);
    expect(said).toEqual(['awaited', 'drawn']);
    expect([drew > 0, drew]).toEqual([true, waiting]);
  });

  it('is nothing where it has no tiles, where none can be read, and where they would be without number', async () => {
    expect((await drawnTwice(async () => null)).said).toEqual(['awaited', 'nothing']);
    const broken = async (): Promise<never> => {
      throw new Error('broken');
    };
    expect((await drawnTwice(broken)).said).toEqual(['awaited', 'nothing']);
    expect((await drawnTwice(broken, { minZoom: 14, maxZoom: 14 })).said).toEqual(['nothing', 'nothing']);
  });

  it('is nothing where its tiles lie beside what is on the screen', async () => {
    const columns = new Set<number>();
    await drawnTwice(async ({ x }) => {
      columns.add(x);
      return null;
    });
    const edge = Math.min(...columns);
    expect((await drawnTwice(async ({ x }) => (x === edge ? () => undefined : null))).said).toEqual([
      'awaited',
      'nothing',
    ]);
  });
});
