import { Link } from '@tanstack/react-router';
import type { LeadList } from '../../../src/app/workbench/contract/finding.ts';
import { useApi } from '../api/queries.ts';

/** What claims seem to say and a finding would need more for: a note for whoever goes on, and nothing alleged. */
export function Leads() {
  const { data } = useApi<LeadList>('/leads');
  if (data === undefined || data.leads.length === 0) return null;
  return (
    <section className="section" aria-labelledby="group-leads">
      <div className="section-head">
        <h2 id="group-leads">
          Leads <span className="count">{data.leads.length}</span>
        </h2>
        <p className="hint">They fall short of a finding: what is missing is named.</p>
      </div>
      <ul className="plain lines leads">
        {data.leads.map((lead) => (
          <li key={lead.id}>
            <ul className="plain">
              {lead.claims.map(({ id, gist }) => (
                <li key={id}>
                  <Link to="/claims" search={{ claim: id }}>
                    {gist}
                  </Link>
                </li>
              ))}
            </ul>
            <div className="muted">Missing: {lead.missing.join('; ')}</div>
            <Link
              className="hint"
              to="/findings"
              search={{ make: '1', claims: lead.claims.map(({ id }) => id).join(',') }}
            >
              Make a finding of it<span className="unseen">: {lead.title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
