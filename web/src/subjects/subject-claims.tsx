import { Link } from '@tanstack/react-router';
import type { SubjectDetail } from '../../../src/app/workbench/contract/subject.ts';
import { printableText } from '../../../src/figures/drawing/markup.ts';
import { ClaimStatusTag } from '../claims/claim-status.tsx';
import { Day } from '../parts/time.tsx';

/** Claims one a row: who says it, what, and in which document. */
export function SubjectClaims({
  title,
  claims,
  none,
}: {
  readonly title: string;
  readonly claims: SubjectDetail['claimsBy'];
  readonly none: string;
}) {
  return (
    <section className="section">
      <h2>{title}</h2>
      {claims.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <table className="plain stack subject-claims">
          <thead>
            <tr>
              <th>Status</th>
              <th>Claimant</th>
              <th>What is said</th>
              <th>Document</th>
            </tr>
          </thead>
          <tbody>
            {claims.map((claim) => (
              <tr key={claim.id}>
                <td>
                  <ClaimStatusTag status={claim.status} />
                </td>
                <td>
                  <bdi>{printableText(claim.claimant.name)}</bdi>
                </td>
                <td dir="auto">
                  <Link to="/claims" search={{ claim: claim.id }}>
                    {printableText(claim.statement)}
                  </Link>
                </td>
                <td>
                  {printableText(claim.title)} <Day date={claim.published} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
