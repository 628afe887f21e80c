import type { ReportComparison } from '../../../src/app/workbench/contract/incident.ts';
import { intervalsFigure } from '../../../src/figures/intervals/intervals.ts';
import { intervalLetters } from '../../../src/figures/intervals/intervals-input.ts';
import { Button } from '../parts/button.tsx';
import { Figure } from '../parts/figure.tsx';
import { useSearchState } from '../session/search-state.ts';
import { PairRelation, relationOf } from './pair-relation.tsx';
import './incidents.css';

/** A report prints all relations at once; here the reader picks two figures and is told how they stand to each other. */
export function FiguresSideBySide({ comparison }: { readonly comparison: ReportComparison }) {
  const [search, setSearch] = useSearchState();
  const letters = intervalLetters(comparison.rows);
  const known = new Map(comparison.rows.map((row) => [row.id, row]));
  const picked = (search.figures ?? '').split(',').filter((id) => known.has(id));
  const [a, b] = picked.map((id) => known.get(id));
  const pick = (id: string) => {
    const kept = picked.filter((one) => one !== id);
    const next = kept.length < picked.length ? kept : [...kept.slice(-1), id];
    setSearch({ figures: next.length === 0 ? undefined : next.join(',') }, { replace: true });
  };
  const pair = a && b ? relationOf(comparison, a, b) : undefined;
  const relations = a && b ? (pair === undefined ? [] : [pair]) : comparison.relations;
  return (
    <div className="side-by-side">
      <Figure
        widest={920}
        draw={(width) =>
          intervalsFigure(
            {
              title: comparison.title,
              rows: comparison.rows,
              relations,
              notes: false,
              ...(comparison.review === 'accepted' ? {} : { common: false as const }),
            },
            { width, id: `figures-${comparison.id}` },
          )
        }
      />
      <div>
        <fieldset className="pick-figures">
          <legend>Pick two figures to see how they stand to each other</legend>
          <div className="actions">
            {comparison.rows.map((row) => (
              <button key={row.id} type="button" aria-pressed={picked.includes(row.id)} onClick={() => pick(row.id)}>
                <strong>{letters.get(row.id)}</strong> {row.claimant} <q>{row.raw}</q>
              </button>
            ))}
            {picked.length === 0 ? null : (
              <Button look="quiet" onClick={() => setSearch({ figures: undefined }, { replace: true })}>
                Show all relations
              </Button>
            )}
          </div>
        </fieldset>
        <div aria-live="polite">
          {a && b ? (
            <PairRelation key={`${a.id} ${b.id}`} a={a} b={b} relation={pair} letters={letters} />
          ) : (
            <GravestRelations comparison={comparison} letters={letters} />
          )}
        </div>
      </div>
    </div>
  );
}

/** So few relations are told whole. */
const FEW = 3;

/** Without a choice: what contradicts and what may have drifted, or all where there are few. */
function GravestRelations({
  comparison: { relations, rows },
  letters,
}: {
  readonly comparison: ReportComparison;
  readonly letters: ReadonlyMap<string, string>;
}) {
  const grave = relations.filter(({ relation, drift }) => relation === 'contradicts' || drift);
  const shown = grave.length === 0 && relations.length <= FEW ? relations : grave;
  if (shown.length === 0) return <p className="muted">No two of these figures are found to exclude each other.</p>;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (
    <ul className="plain pair-list">
      {shown.map((relation) => {
        const [a, b] = [byId.get(relation.a), byId.get(relation.b)];
        if (!a || !b) return null;
        return (
          <li key={`${a.id} ${b.id}`}>
            <PairRelation a={a} b={b} relation={relation} letters={letters} />
          </li>
        );
      })}
    </ul>
  );
}
