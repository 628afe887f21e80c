import type { ClaimDetail } from '../../../../src/app/workbench/contract/claim.ts';
import { pagesOf } from '../../../../src/figures/drawing/source-words.ts';
import { Tag } from '../../parts/tag.tsx';

/** The claim's statements about decisions, votes and mandates beside what the regime's data say. */
export function ClaimChecks({ checks }: Pick<ClaimDetail, 'checks'>) {
  return (
    <ul className="plain claim-checks">
      {checks.map((check) => (
        <li key={check.statement + check.reference} className={check.relation}>
          <p>
            <Tag tone={check.relation === 'contradicts' ? 'alert' : 'strong'}>
              {check.relation === 'contradicts' ? 'contradicted' : 'agrees'}
            </Tag>{' '}
            The claim says: {check.statement}
          </p>
          <p>
            <strong>{check.fact}</strong>
          </p>
          <p className="muted">
            <span className="mono">{check.reference}</span>
            {isAddress(check.source)
              ? pagesOf(check.reference, check.source, check.evidence).map(({ address, words }) => (
                  <span key={address}>
                    ; <a href={address}>{words}</a>
                  </span>
                ))
              : `, ${check.source}`}
          </p>
        </li>
      ))}
    </ul>
  );
}

function isAddress(source: string): boolean {
  return /^https?:\/\//.test(source);
}
