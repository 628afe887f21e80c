import { describe, expect, it } from 'vitest';
import { ReportError } from '../errors.ts';
import { outlineOf } from './svg-outline.ts';

const points = (d: string) => outlineOf(d).flatMap((step) => (step.to === 'Z' ? [] : [step]));

describe('outlines of SVG paths', () => {
  it('reads lines, absolute and relative, and goes back to the start on closing', () => {
    expect(outlineOf('M1 2L3,4l1 -1h2v-3ZM9 9l1 1')).toEqual([
      { to: 'M', x: 1, y: 2 },
      { to: 'L', x: 3, y: 4 },
      { to: 'L', x: 4, y: 3 },
      { to: 'L', x: 6, y: 3 },
      { to: 'L', x: 6, y: 0 },
      { to: 'Z' },
      { to: 'M', x: 9, y: 9 },
      { to: 'L', x: 10, y: 10 },
    ]);
    expect(points('M5 5l1 1Zl2 0').at(-1)).toEqual({ to: 'L', x: 7, y: 5 });
  });

  it('keeps every point of an arc on its circle and ends where it says', () => {
    for (const [large, sweep] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]) {
      const [, ...arc] = points(`M10 0a10 10 0 ${large} ${sweep} -10 10`);
      expect(arc.at(-1)).toMatchObject({ x: 0, y: 10 });
      const centre = large === sweep ? { x: 10, y: 10 } : { x: 0, y: 0 };
      for (const { x, y } of arc) expect(Math.hypot(x - centre.x, y - centre.y)).toBeCloseTo(10);
      expect(arc.length).toBe(large === 1 ? 18 : 6);
    }
  });

  it('follows a cubic curve', () => {
    const curve = points('M0 0C0 10 10 10 10 0');
    expect(curve.at(-1)).toMatchObject({ x: 10, y: 0 });
    expect(Math.max(...curve.map(({ y }) => y))).toBeCloseTo(7.5);
  });

  it('refuses what it cannot draw', () => {
    expect(() => outlineOf('M0 0Q1 1 2 2')).toThrow(ReportError);
  });
});
