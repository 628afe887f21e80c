import { describe, expect, it } from 'vitest';
import { leafHash, nodeHash, subtreeRoot } from './merkle.ts';
import {
  fullTilesOf,
  nodesOfTiles,
  parseTilePath,
  partialTilesOf,
  type TileName,
  tilePath,
  tileWidth,
} from './tile.ts';
import { TreeBuilder } from './tree-builder.ts';

function grow(size: number, onLeaf: (builder: TreeBuilder) => void = () => {}) {
  const tiles = new Map<string, Buffer>();
  const builder = new TreeBuilder((name, bytes) => void tiles.set(tilePath(name), bytes));
  for (let i = 0; i < size; i++) {
    builder.append(Buffer.from(`leaf ${i}`));
    onLeaf(builder);
  }
  for (const { name, bytes } of builder.partialTiles()) tiles.set(tilePath(name), bytes);
  return { builder, tiles };
}

describe('tile paths', () => {
  it('are those of the specification', () => {
    expect(tilePath({ level: 0, index: 1234067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 'entries', index: 5, width: 7 })).toBe('tile/entries/005.p/7');
  });

  it('are read back, and no other path is', () => {
    for (const name of [...fullTilesOf(70_000), ...partialTilesOf(70_000)])
      expect(parseTilePath(tilePath(name))).toEqual(name);
    for (const path of [
      'tile/0/67',
      'tile/00/067',
      'tile/0/001/067',
      'tile/0/067.p/0',
      'tile/0/067.p/256',
      'tile/0/067.p/07',
      'tile/0/x000/067',
      'tile/0/../067',
      'tile/100/000',
    ])
      expect(parseTilePath(path), path).toBeUndefined();
  });

  it('name the tiles that the specification counts for 70,000 and 256 leaves', () => {
    expect(partialTilesOf(70_000)).toEqual([
      { level: 0, index: 273, width: 112 },
      { level: 'entries', index: 273, width: 112 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ]);
    expect(fullTilesOf(70_000).filter(({ level }) => level === 0)).toHaveLength(273);
    expect(fullTilesOf(70_000).filter(({ level }) => level === 1)).toHaveLength(1);
    expect(partialTilesOf(256)).toEqual([{ level: 1, index: 0, width: 1 }]);
    expect(tileWidth(70_000, 0, 274)).toBe(0);
  });
});

describe('a tree grown leaf by leaf', () => {
  it('has the root of RFC 6962 at every size', () => {
    const hashes: Buffer[] = [];
    const levels: Buffer[][] = [];
    grow(1100, (builder) => {
      hashes.push(leafHash(Buffer.from(`leaf ${hashes.length}`)));
      let node = hashes.at(-1)!;
      for (let height = 0; ; height++) {
        levels[height] ??= [];
        levels[height]!.push(node);
        const level = levels[height]!;
        if (level.length % 2 === 1) break;
        node = nodeHash(level.at(-2)!, level.at(-1)!);
      }
      expect(builder.root()).toEqual(subtreeRoot((height, index) => levels[height]?.[index], 0, builder.size));
    });
  });

  it.each([0, 1, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 70_000])('writes the tiles of %i leaves', (size) => {
    const { builder, tiles } = grow(size);
    expect([...tiles.keys()].sort()).toEqual([...fullTilesOf(size), ...partialTilesOf(size)].map(tilePath).sort());
    const nodes = nodesOfTiles(size, (name) => tiles.get(tilePath(name)));
    expect(subtreeRoot(nodes, 0, size)).toEqual(builder.root());
  });

  it('is taken up from its unfinished tiles', () => {
    for (const size of [1, 256, 300, 66_000]) {
      const { builder, tiles } = grow(size);
      const partials = new Map<TileName['level'], Buffer>(
        partialTilesOf(size).map((name) => [name.level, tiles.get(tilePath(name))!]),
      );
      const restored = new TreeBuilder(() => {});
      restored.restore(size, partials);
      expect(restored.root()).toEqual(builder.root());
      for (let i = size; i < size + 300; i++)
        for (const tree of [builder, restored]) tree.append(Buffer.from(`leaf ${i}`));
      expect(restored.root()).toEqual(builder.root());
      expect(restored.partialTiles()).toEqual(builder.partialTiles());
    }
  });
});
