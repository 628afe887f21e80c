import { Link } from '@tanstack/react-router';
import type { ClaimRow } from '../../../src/app/workbench/contract/claim.ts';
import type { FindingDetail } from '../../../src/app/workbench/contract/finding.ts';
import { ClaimGrade, ClaimStatusTag, ClaimWarnings } from '../claims/claim-status.tsx';
import { attributionWords, locatorWords } from '../claims/claim-words.ts';
import { Day } from '../parts/time.tsx';
import { passageAnchor } from './claim-mark.tsx';
import { saidInWords } from './finding-words.ts';
import { FindingSection } from './section.tsx';

/** The passages that the finding rests on and those against it, numbered; each leads into its document. */
export function EvidenceSection({ detail }: { readonly detail: FindingDetail }) {
  return (
    <FindingSection id="evidence" empty={detail.claims.length === 0 ? 'No claim stands behind it.' : null}>
      <ol className="plain passages">
        {detail.claims.map((claim, at) => (
          <Passage key={claim.id} claim={claim} number={at + 1} />
        ))}
      </ol>
    </FindingSection>
  );
}

function Passage({ claim, number }: { readonly claim: ClaimRow; readonly number: number }) {
  const locator = locatorWords(claim);
  return (
    <li id={passageAnchor(claim.id)} className="passage">
      <span className="passage-number">{number}</span>
      <div>
        <p className="passage-by">
          <strong>{attributionWords(claim)}</strong> {saidInWords(claim)} <ClaimStatusTag status={claim.status} />{' '}
          <ClaimGrade grade={claim.grade} /> <ClaimWarnings row={claim} />
        </p>
        <blockquote lang="">{claim.quote}</blockquote>
        <p className="hint">
          <Link to="/documents/$id" params={{ id: claim.document }} search={{ claim: claim.id }}>
            {claim.title || 'The document'}
          </Link>
          {locator === null ? '' : `, ${locator}`}, <Day date={claim.published} />
          {' · '}
          <Link to="/claims" search={{ claim: claim.id }}>
            the claim
          </Link>
        </p>
      </div>
    </li>
  );
}
