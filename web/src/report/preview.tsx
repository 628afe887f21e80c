import { useEffect, useState } from 'react';
import type { Overview } from '../../../src/app/workbench/contract/overview.ts';
import { apiAddress, withQuery } from '../api/client.ts';
import { useApi } from '../api/queries.ts';

/** How long nothing is changed before the report is rebuilt. */
const PAUSE = 500;

/**
 * The report as it would be printed now, in a frame in which nothing runs: it quotes documents from outside. It is rebuilt
 * after each act.
 */
export function Preview({ title, findings }: { readonly title: string; readonly findings: readonly string[] | null }) {
  const overview = useApi<Overview>('/overview');
  const wanted = apiAddress(
    withQuery('/report/preview', { title: title.trim() }) +
      // An empty list is not the same as none given: it prints no finding.
      (findings === null
        ? ''
        : `${title.trim() === '' ? '?' : '&'}findings=${findings.map(encodeURIComponent).join(',')}`),
  );
  const [address, setAddress] = useState(wanted);
  const [loaded, setLoaded] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setAddress(wanted), PAUSE);
    return () => clearTimeout(timer);
  }, [wanted]);
  const shown = `${address} ${overview.data?.counts.acts}`;
  return (
    <section className="preview" aria-label="Preview">
      <div className="section-head">
        <h2>Preview</h2>
        <a href={address} target="_blank" rel="noreferrer">
          Open it alone
        </a>
      </div>
      <div className="preview-frame" aria-busy={loaded !== shown || address !== wanted}>
        {overview.loading ? null : (
          <iframe
            key={shown}
            src={address}
            sandbox=""
            title="The report as it would be printed now"
            onLoad={() => setLoaded(shown)}
          />
        )}
        {loaded === shown && address === wanted ? null : (
          <p className="preview-wait" role="status">
            Making the preview
          </p>
        )}
      </div>
    </section>
  );
}
