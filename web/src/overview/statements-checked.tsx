import { Link } from '@tanstack/react-router';
import type { Overview } from '../../../src/app/workbench/contract/overview.ts';
import { Tag } from '../parts/tag.tsx';

/** What sources say of votes, mandates and measures, held against the regime's data. Those that do not fit come first. */
export function StatementsChecked({ checks }: { readonly checks: Overview['checks'] }) {
  if (checks.length === 0) return null;
  const sorted = checks.toSorted((a, b) => Number(a.relation === 'agrees') - Number(b.relation === 'agrees'));
  const against = checks.filter(({ relation }) => relation === 'contradicts').length;
  return (
    <section className="section">
      <h2>Statements about the law</h2>
      <p className="muted">
        {against === 0
          ? `All ${checks.length} agree with the data of the regime.`
          : `${against} of ${checks.length} contradict the data of the regime.`}
      </p>
      <ul className="plain lines">
        {sorted.slice(0, 8).map((check) => (
          <li key={`${check.claim} ${check.statement} ${check.reference}`}>
            <Link to="/claims" search={{ claim: check.claim }}>
              {check.claimant}: {check.statement}
            </Link>{' '}
            {check.relation === 'contradicts' ? <Tag tone="alert">contradicts</Tag> : <Tag tone="muted">agrees</Tag>}
            <div className="muted">{check.fact}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
