import { Link } from '@tanstack/react-router';
import type { ClaimRow } from '../../../src/app/workbench/contract/claim.ts';

/** Where the passage of a claim stands on a finding's page. */
export function passageAnchor(id: string): string {
  return `passage-${id}`;
}

/** Numbers of passages in the evidence of this page, each a link to it; a claim that is not among them is linked to itself. */
export function ClaimMarks({ ids, claims }: { readonly ids: readonly string[]; readonly claims: readonly ClaimRow[] }) {
  if (ids.length === 0) return null;
  return (
    <span className="claim-marks">
      {ids.map((id) => {
        const at = claims.findIndex((claim) => claim.id === id);
        return at < 0 ? (
          <Link key={id} to="/claims" search={{ claim: id }}>
            claim
          </Link>
        ) : (
          <a key={id} href={`#${passageAnchor(id)}`} title={claims[at]?.claimant.name}>
            <span className="unseen">passage </span>
            {at + 1}
          </a>
        );
      })}
    </span>
  );
}
