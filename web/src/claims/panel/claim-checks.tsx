import type { ClaimDetail } from '../../../../src/app/workbench/contract/claim.ts';
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
            {isAddress(check.source) ? (
              <>
                , <a href={check.source}>{hostOf(check.source)}</a>
              </>
            ) : (
              `, ${check.source}`
            )}
            {check.evidence === 'recalled'
              ? ', from memory: read the source before you rely on it'
              : ', read at the source'}
          </p>
        </li>
      ))}
    </ul>
  );
}

function isAddress(source: string): boolean {
  return /^https?:\/\//.test(source);
}

function hostOf(address: string): string {
  try {
    return new URL(address).hostname;
  } catch {
    return address;
  }
}
