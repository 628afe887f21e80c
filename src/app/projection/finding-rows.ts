import { gistOf } from '../../claims/gist/gist.ts';
import type { Claim } from '../../claims/model/claim.ts';
import { deniableKeys } from '../../findings/allegations/denial-keys.ts';
import type { Finding } from '../../findings/model/finding.ts';
import type { Lead } from '../../findings/model/lead.ts';
import type { StatementCheck } from '../../findings/statements/statement-check.ts';
import { actIndex } from '../../record/log/act.ts';
import type { CheckRow, Chunk, FindingRow, LeadRow } from '../../store/projection.ts';
import { jsonOf } from '../acts/acquire.ts';
import { placeIn } from '../derivation/claim-place.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { loadRegimes } from '../regimes.ts';
import { claimsIn, placeOfClaim } from './claim-rows.ts';
import { foldText } from './fold-text.ts';

/** A lead as a list shows it: its claims in their own words. */
export type ShownLead = Pick<Lead, 'id' | 'title' | 'missing'> & {
  readonly claims: readonly { readonly id: string; readonly gist: string }[];
};

/** A statement that was checked, with who made it and how. */
export type ShownCheck = StatementCheck & { readonly claimant: string; readonly quote: string };

/** The rows of findings, a chunk each. */
export function findingChunks({ derived }: Snapshot): readonly Chunk<FindingRow>[] {
  const regimes = loadRegimes().map(({ id }) => id);
  return derived.findings.map((finding) => {
    const place = placeOfFinding(finding, regimes);
    const deniable = deniableIn(finding, derived.claimOf);
    return {
      key: finding.id,
      of: [place, finding, deniable],
      rows: () => [{ place, finding, sought: soughtInFinding(finding), deniable }],
    };
  });
}

/**
 * Those that people made come first, in the order of their acts; then those of each regime, of which the ones with more claims come
 * first (`byWeight`). A finding has its place by itself, whatever others there are.
 */
function placeOfFinding({ made, regime, claims }: Finding, regimes: readonly string[]): number {
  if (made !== null) return actIndex(made.act) ?? 0;
  return (1 + regimes.indexOf(regime)) * OF_A_REGIME + MOST_CLAIMS - Math.min(claims.length, MOST_CLAIMS);
}

const MOST_CLAIMS = 2 ** 31;
const OF_A_REGIME = 2 ** 32;

const deniables = new WeakMap<Finding, readonly string[]>();

/** Another object stands for a finding as soon as one of its claims has changed. */
function deniableIn(finding: Finding, claimOf: (id: string) => Claim | undefined): readonly string[] {
  const known = deniables.get(finding);
  if (known !== undefined) return known;
  const claims = finding.claims.flatMap((id) => claimOf(id) ?? []);
  const keys = Object.freeze([...new Set(deniableKeys(finding.allegation, claims))].sort());
  deniables.set(finding, keys);
  return keys;
}

function soughtInFinding({ id, title, hearing, made }: Finding): string {
  return foldText([title, id, made?.by ?? '', ...hearing.replies.map(({ party }) => party)].join('\n'));
}

/** The rows of leads, a chunk each. */
export function leadChunks(snapshot: Snapshot): readonly Chunk<LeadRow>[] {
  return snapshot.derived.leads.map((lead) => {
    const own = claimsOfLead(snapshot, lead);
    const [first] = own;
    const place = first === undefined ? 0 : placeOfClaim(snapshot, first);
    return {
      key: lead.id,
      of: [place, lead, ...own],
      rows: () => [{ place, lead, summary: jsonOf(showLead(lead, own)) }],
    };
  });
}

const behindLeads = new WeakMap<Lead, readonly Claim[]>();

/** Another object stands for a lead as soon as its claim has changed. */
function claimsOfLead({ derived }: Snapshot, lead: Lead): readonly Claim[] {
  const known = behindLeads.get(lead) ?? lead.claims.flatMap((id) => derived.claimOf(id) ?? []);
  behindLeads.set(lead, known);
  return known;
}

function showLead({ id, title, missing }: Lead, claims: readonly Claim[]): ShownLead {
  return { id, title, missing, claims: claims.map((claim) => ({ id: claim.id, gist: gistOf(claim) })) };
}

/** The rows of checked statements, a chunk a document. */
export function checkChunks(snapshot: Snapshot): readonly Chunk<CheckRow>[] {
  return snapshot.derived.documents.flatMap((document) => {
    const at = snapshot.derived.placeOf(document.document);
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
