import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ComparisonTopic, Figure, FigureRelation } from '../model/comparison.ts';
import { briefly } from './brief-comparison.ts';

/** Figures of which each pair stands in a relation: one that excludes where `excludes` says so. */
function topic(many: number, excludes: (a: number, b: number) => boolean): ComparisonTopic {
  const figures = Array.from({ length: many }, (_, at) => ({ id: `f-${at}` }) as Figure);
  const relations = figures.flatMap(({ id: a }, left) =>
    figures.slice(left + 1).map(({ id: b }, nth) => {
      const relation = excludes(left, left + 1 + nth) ? 'contradicts' : 'compatible';
      return { a, b, relation } as FigureRelation;
    }),
  );
  return { figures, relations } as unknown as ComparisonTopic;
}

it('shows those first that exclude each other, and never a relation of a figure that it leaves out', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.integer({ min: 2, max: 9 }), (many, every) => {
      const whole = topic(many, (a, b) => (a + b) % every === 0);
      const { relations, figures } = briefly(whole);
      const excluding = whole.relations.filter(({ relation }) => relation === 'contradicts').length;
      expect(relations).toHaveLength(Math.min(12, whole.relations.length));
      expect(relations.filter(({ relation }) => relation === 'contradicts')).toHaveLength(Math.min(12, excluding));
      const shown = new Set([...figures].map(({ id }) => id));
      for (const { a, b } of relations) expect([shown.has(a), shown.has(b)]).toEqual([true, true]);
      expect(figures.size).toBeGreaterThanOrEqual(Math.min(12, many));
    }),
  );
});

it('leaves out nothing of a few figures', () => {
  const whole = topic(4, (a) => a === 0);
  expect(briefly(whole).relations).toHaveLength(6);
  expect([...briefly(whole).figures]).toEqual(whole.figures);
});
