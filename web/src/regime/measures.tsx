import type { RegimeView } from '../../../src/app/workbench/contract/regime/regime.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { CheckField, SelectField, TextField } from '../parts/form/field.tsx';
import { Tag } from '../parts/tag.tsx';
import { Toolbar } from '../parts/toolbar.tsx';
import { useSearchState } from '../session/search-state.ts';
import { effectWords, SourceOf, Term } from './law.tsx';

type Measure = RegimeView['status']['provisions'][number];

/** Paragraph by paragraph what had effect on the day, by subject, with the sub-paragraphs that carve something out. */
export function Measures({ view }: { readonly view: RegimeView }) {
  const [search, change] = useSearchState();
  const measures = measuresOf(view);
  const words = (search.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const shown = measures.filter(
    (measure) =>
      (search.ended === '1' || measure.inForce) &&
      (search.effect === undefined || measure.effect === search.effect) &&
      words.every((word) => `${measure.id} ${measure.subject} ${measure.text}`.toLowerCase().includes(word)),
  );
  const subjects = [...new Set(shown.map(({ subject }) => subject))].sort((a, b) => a.localeCompare(b, 'en'));
  const effects = [...new Set(measures.map(({ effect }) => effect))].sort();
  return (
    <>
      <Toolbar label="Filter measures">
        <TextField
          type="search"
          label="Search paragraphs"
          value={search.q ?? ''}
          onChange={(q) => change({ q }, { replace: true })}
        />
        <SelectField
          label="Effect"
          none="Any"
          value={search.effect ?? ''}
          onChange={(effect) => change({ effect })}
          options={effects.map((value) => ({ value, words: effectWords(value) }))}
        />
        <CheckField
          label="With those that ended"
          checked={search.ended === '1'}
          onChange={(checked) => change({ ended: checked ? '1' : undefined })}
        />
      </Toolbar>
      {shown.length === 0 ? (
        <EmptyState
          title={
            measures.some(({ inForce }) => inForce)
              ? 'No paragraph fits the filters.'
              : 'No paragraph was in force on this day.'
          }
        >
          Choose another day on the timeline, or take the filters away.
        </EmptyState>
      ) : null}
      {subjects.map((subject) => (
        <MeasureGroup
          key={subject}
          subject={subject}
          measures={shown.filter((measure) => measure.subject === subject)}
        />
      ))}
    </>
  );
}

function MeasureGroup({ subject, measures }: { readonly subject: string; readonly measures: readonly Measure[] }) {
  return (
    <section className="measure-group">
      <h2>
        {subject} <span className="muted">{measures.length}</span>
      </h2>
      <table className="plain stack measures">
        <thead>
          <tr>
            <th scope="col">Paragraph</th>
            <th scope="col">Effect</th>
            <th scope="col">What it says</th>
            <th scope="col">In force</th>
            <th scope="col">Evidence</th>
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <tr key={`${measure.id} ${measure.from}`} className={measure.inForce ? undefined : 'over'}>
              <th scope="row" className="mono">
                {measure.id}
              </th>
              <td>{effectWords(measure.effect)}</td>
              <td>{measure.text}</td>
              <td>
                <Term from={measure.from} to={measure.to} /> {measure.inForce ? null : <Tag tone="muted">ended</Tag>}
              </td>
              <td>
                <SourceOf evidence={measure.evidence} source={measure.source} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The paragraphs of the report's count, and under the same subjects the sub-paragraphs that carve something out of them. */
function measuresOf({ status, answer }: RegimeView): readonly Measure[] {
  const listed = new Set(status.provisions.map(({ id }) => id));
  const subjectWords = new Map(
    answer.provisions.flatMap(({ id, subject }) => {
      const words = status.provisions.find((provision) => provision.id === id)?.subject;
      return words === undefined ? [] : [[subject, words] as const];
    }),
  );
  const carveOuts = answer.provisions
    .filter(({ id, effect }) => effect === 'exempts' && !listed.has(id))
    .map((row) => ({
      ...row,
      subject: subjectWords.get(row.subject) ?? row.subject,
      evidence: row.evidence === 'seen' ? ('seen' as const) : ('recalled' as const),
    }));
  const unique = new Map(carveOuts.map((row) => [`${row.id} ${row.from} ${row.subject}`, row]));
  return [...status.provisions, ...unique.values()].sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}
