import Pbf from 'pbf';
import { expect, it } from 'vitest';
import { drawVectorTile, readVectorTile, type TilePen, type TileShapes } from './vector-tile.ts';

type Point = readonly [x: number, y: number];

/** A layer of one feature, by Mapbox Vector Tile 2.1: a line (2), or a surface (3) whose ring is closed. */
function layer(name: string, type: 2 | 3, points: readonly Point[], isBroken = false) {
  const zigzag = (value: number): number => (value << 1) ^ (value >> 31);
  const [first = [0, 0], ...rest] = points;
  const steps = rest.flatMap(([x, y], at) => [zigzag(x - points[at]![0]), zigzag(y - points[at]![1])]);
  const geometry = [
    9,
    zigzag(first[0]),
    zigzag(first[1]),
    (rest.length << 3) | 2,
    ...steps,
    ...(type === 3 ? [15] : []),
    // No command of a geometry has this number.
    ...(isBroken ? [(1 << 3) | 5] : []),
  ];
  return (pbf: Pbf) => {
    pbf.writeVarintField(15, 2);
    pbf.writeStringField(1, name);
    pbf.writeVarintField(5, 4096);
    pbf.writeMessage(
      2,
      (_: unknown, feature?: Pbf) => {
        feature!.writeVarintField(3, type);
        feature!.writePackedVarint(4, geometry);
      },
      null,
    );
  };
}

/** What was drawn: each path with how it was painted. */
function drawn(tile: TileShapes): string[] {
  const said: string[] = [];
  let path: string[] = [];
  const pen: TilePen = {
    lineWidth: 0,
    fillStyle: '',
    strokeStyle: '',
    save: () => undefined,
    restore: () => undefined,
    clip: () => undefined,
    rect: () => undefined,
    beginPath: () => {
      path = [];
    },
    moveTo: (x, y) => void path.push(`M${x},${y}`),
    lineTo: (x, y) => void path.push(`L${x},${y}`),
    fill: () => void said.push(`${pen.fillStyle}: ${path.join(' ')}`),
    stroke: () => void said.push(`${pen.strokeStyle}: ${path.join(' ')}`),
  };
  const place = { z: 3, x: 6, y: 3, left: 100, top: 50, size: 512 };
  drawVectorTile(pen, tile, place, { land: 'land', water: 'water', line: 'line' });
  return said;
}

type Layer = ReturnType<typeof layer>;

function tileOf(...layers: readonly Layer[]): ArrayBuffer {
  const pbf = new Pbf();
  for (const write of layers) pbf.writeMessage(3, (_: unknown, one?: Pbf) => write(one!), null);
  return Uint8Array.from(pbf.finish()).buffer;
}

const CORNER: readonly Point[] = [
  [0, 0],
  [2048, 0],
  [2048, 2048],
];

it('draws land, then water over it, then lines, where the tile lies', () => {
  const tile = tileOf(
    layer('boundaries', 2, [
      [0, 0],
      [4096, 4096],
    ]),
    layer('water', 3, [
      [0, 0],
      [1024, 0],
      [1024, 1024],
    ]),
    layer('earth', 3, CORNER),
  );
  expect(drawn(readVectorTile(tile))).toEqual([
    'land: M100,50 L356,50 L356,306 L100,50',
    'water: M100,50 L228,50 L228,178 L100,50',
    'line: M100,50 L612,562',
  ]);
});

it('is told to be broken when it is read, and not when it is drawn', () => {
  const earth = layer('earth', 3, CORNER);
  expect(() => readVectorTile(tileOf(earth, layer('water', 3, CORNER, true)))).toThrow();
  expect(() => readVectorTile(tileOf(earth).slice(0, -3))).toThrow();
  expect(readVectorTile(tileOf())).toEqual([]);
});
