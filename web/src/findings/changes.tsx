import type { FindingSummary } from '../../../src/app/workbench/contract/finding.ts';
import { Day } from '../parts/time.tsx';
import { periodInWords, verdictWords } from './finding-words.ts';
import { FindingSection } from './section.tsx';

/** Every day of the period on which the verdict or the one who watches is another than the day before. */
export function Changes({ finding }: { readonly finding: FindingSummary }) {
  const { changes, allegation } = finding;
  const period = periodInWords(allegation.period);
  return (
    <FindingSection
      id="changes"
      empty={changes.length === 0 ? 'The claims give no period over which the law could have changed.' : null}
      lede={
        changes.length === 0
          ? undefined
          : `It is said to have happened ${period ?? 'on an unknown day'}. A row begins on each day that changed the law or the mandate to watch it.`
      }
    >
      {changes.length === 0 ? null : (
        // biome-ignore lint/a11y/useSemanticElements: no fieldset, there is nothing to fill in
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <div role="group" className="table-scroll" aria-label="Days of change" tabIndex={0}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">From</th>
                <th scope="col">Verdict</th>
                <th scope="col">Panel of experts</th>
                <th scope="col">Committee</th>
                <th scope="col">Outside the U.N.</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ date, verdict, monitor }) => (
                <tr key={date}>
                  <td>
                    <Day date={date} />
                  </td>
                  <td>{verdictWords(verdict)}</td>
                  <td>{monitor.panel ?? <span className="muted">none</span>}</td>
                  <td>{monitor.committee ?? <span className="muted">none</span>}</td>
                  <td>
                    {monitor.outsideUn.length === 0 ? (
                      <span className="muted">none</span>
                    ) : (
                      monitor.outsideUn.join(', ')
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </FindingSection>
  );
}
