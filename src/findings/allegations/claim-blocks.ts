import type { EventBlock } from '../../claims/comparison/incident.ts';
import type { Claim } from '../../claims/model/claim.ts';
import type { Regime } from '../../regime/model/regime.ts';
import type { FigureBlocks } from '../comparison/comparison-topic.ts';
import type { Allegation } from '../model/finding.ts';
import { allegationsOf } from './allegation.ts';
import { deniableKeys, denyingKeys } from './denial-keys.ts';
import { concerns, proposalId, vocabularyOf } from './question.ts';

/**
 * What a claim stands in together with others: `figures`, one that can be laid beside others; `event`, claims that may tell one;
 * `question`, claims that allege one thing under a regime, by the id of its proposal; `denial`, what a denial may be of.
 */
export const CLAIM_BLOCK_KINDS = ['figures', 'event', 'question', 'denial'] as const;
export type ClaimBlockKind = (typeof CLAIM_BLOCK_KINDS)[number];

/**
 * That a claim stands in a block. An act on a claim moves what lies in its blocks and nothing else: by them it is worked out from
 * the claims that stand there, however many others an archive holds.
 */
export type ClaimBlock = {
  readonly claim: string;
  readonly kind: ClaimBlockKind;
  /** The figure, or the claim itself. */
  readonly item: string;
  readonly block: string;
};

/** The blocks of figures, each named by its first. */
export function figureBlocks({ blocks }: Pick<FigureBlocks, 'blocks'>): readonly ClaimBlock[] {
  return blocks.flatMap((figures) =>
    figures.map(({ id, claim }) => ({ claim: claim.id, kind: 'figures', item: id, block: figures[0]?.id ?? '' })),
  );
}

/** The blocks of claims that may tell one event, each named by its first. */
export function eventBlocks(blocks: readonly EventBlock[]): readonly ClaimBlock[] {
  return blocks.flatMap(({ claims }) =>
    claims.map((claim) => ({ claim, kind: 'event', item: claim, block: claims[0] ?? '' })),
  );
}

/** What a claim alleges, and what it may deny: that follows from the claim alone. */
export function assertionBlocks(claim: Claim, regimes: readonly Regime[]): readonly ClaimBlock[] {
  const inBlock = (kind: ClaimBlockKind, block: string): ClaimBlock => ({
    claim: claim.id,
    kind,
    item: claim.id,
    block,
  });
  if (claim.polarity === 'denies') return denyingKeys(claim).map((key) => inBlock('denial', key));
  return [...questionsOf(claim, regimes).keys()].map((question) => inBlock('question', question));
}

/** The questions on which a claim alleges something, each with what it alleges. */
function questionsOf(claim: Claim, regimes: readonly Regime[]): ReadonlyMap<string, Allegation> {
  return new Map(
    regimes.flatMap((regime) =>
      allegationsOf(vocabularyOf(regime))(claim)
        .filter(({ missing, allegation }) => missing.length === 0 && concerns(allegation, regime))
        .map(({ allegation }) => [proposalId(regime.id, allegation, false), allegation] as const),
    ),
  );
}

/** Under what denials of anything that claims allege are found, as `denial` blocks. */
export function deniableAmong(claims: readonly Claim[], regimes: readonly Regime[]): ReadonlySet<string> {
  const asked = new Map<string, { readonly allegation: Allegation; readonly claims: Claim[] }>();
  for (const claim of claims)
    for (const [question, allegation] of questionsOf(claim, regimes)) {
      const known = asked.get(question);
      if (known === undefined) asked.set(question, { allegation, claims: [claim] });
      else known.claims.push(claim);
    }
  return new Set([...asked.values()].flatMap(({ allegation, claims: own }) => deniableKeys(allegation, own)));
}
