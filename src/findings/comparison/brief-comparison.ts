import { memoized } from '../../core/memoized.ts';
import type { ComparisonTopic, Figure, FigureRelation } from '../model/comparison.ts';

/** What a list of comparisons has room for, of each: a hundred stand on a page. */
const MOST_LISTED = 12;

/** Of a comparison what a list shows: its first relations, those before all that exclude each other, and the figures of these and the first others. */
export const briefly = memoized(
  ({
    figures,
    relations,
  }: Pick<ComparisonTopic, 'figures' | 'relations'>): {
    readonly relations: readonly FigureRelation[];
    readonly figures: ReadonlySet<Figure>;
  } => {
    const excluding = relations.filter(({ relation }) => relation === 'contradicts').slice(0, MOST_LISTED);
    const listed = new Set(excluding);
    for (const relation of relations) {
      if (listed.size >= MOST_LISTED) break;
      listed.add(relation);
    }
    const related = new Set([...listed].flatMap(({ a, b }) => [a, b]));
    const shown = new Set(figures.filter(({ id }) => related.has(id)));
    for (const figure of figures) {
      if (shown.size >= MOST_LISTED) break;
      shown.add(figure);
    }
    return { relations: [...listed], figures: shown };
  },
);
