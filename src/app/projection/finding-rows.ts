import { gistOf } from '../../claims/gist/gist.ts';
import type { Claim } from '../../claims/model/claim.ts';
import type { Finding } from '../../findings/model/finding.ts';
import type { Lead } from '../../findings/model/lead.ts';
import type { StatementCheck } from '../../findings/statements/statement-check.ts';
import type { CheckRow, Chunk, FindingRow, LeadRow } from '../../store/projection.ts';
import { jsonOf } from '../acts/acquire.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { claimsById, claimsIn, placeIn, placeOfClaim } from './claim-rows.ts';
import { foldText } from './fold-text.ts';

/** A lead as a list shows it: its claims in their own words. */
export type ShownLead = Pick<Lead, 'id' | 'title' | 'missing'> & {
  readonly claims: readonly { readonly id: string; readonly gist: string }[];
};

/** A statement that was checked, with who made it and how. */
export type ShownCheck = StatementCheck & { readonly claimant: string; readonly quote: string };

/** The rows of findings, a chunk each. */
export function findingChunks({ derived }: Snapshot): readonly Chunk<FindingRow>[] {
  return derived.findings.map((finding, place) => ({
    key: finding.id,
    of: [place, finding],
    rows: () => [{ place, finding, sought: soughtInFinding(finding) }],
  }));
}

function soughtInFinding({ id, title, hearing, made }: Finding): string {
  return foldText([title, id, made?.by ?? '', ...hearing.replies.map(({ party }) => party)].join('\n'));
}

/** The rows of leads, a chunk each. */
export function leadChunks(snapshot: Snapshot): readonly Chunk<LeadRow>[] {
  const claims = claimsById(snapshot);
  return snapshot.derived.leads.map((lead) => {
    const own = lead.claims.flatMap((id) => claims.get(id) ?? []);
    const [first] = own;
    const place = first === undefined ? 0 : placeOfClaim(snapshot, first);
    return {
      key: lead.id,
      of: [place, lead, ...own],
      rows: () => [{ place, lead, summary: jsonOf(showLead(lead, own)) }],
    };
  });
}

function showLead({ id, title, missing }: Lead, claims: readonly Claim[]): ShownLead {
  return { id, title, missing, claims: claims.map((claim) => ({ id: claim.id, gist: gistOf(claim) })) };
}

/** The rows of checked statements, a chunk a document. */
export function checkChunks(snapshot: Snapshot): readonly Chunk<CheckRow>[] {
  return snapshot.derived.documents.flatMap((document, at) => {
    const checks = snapshot.derived.checksByDocument.get(document.document) ?? [];
    const claims = claimsIn(snapshot, document);
    const rows = (): readonly CheckRow[] =>
      checks.flat().map((check, nth) => {
        const claim = claims.find(({ id }) => id === check.claim);
        const shown: ShownCheck = { ...check, claimant: claim?.claimant.name ?? '', quote: claim?.quote ?? '' };
        // One claim may make several statements, and the same one twice.
        return {
          id: `${document.document} ${nth}`,
          place: placeIn(at, nth),
          claim: check.claim,
          summary: jsonOf(shown),
        };
      });
    return checks.every((some) => some.length === 0)
      ? []
      : [{ key: document.document, of: [at, claims, ...checks], rows }];
  });
}
