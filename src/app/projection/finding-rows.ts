import { memoized } from '../../core/memoized.ts';
import type { Finding } from '../../findings/model/finding.ts';
import type { Lead } from '../../findings/model/lead.ts';
import type { StatementCheck } from '../../findings/statements/statement-check.ts';
import type { FindingRow } from '../../store/projection.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { shownAmong } from './claim-rows.ts';
import { foldText } from './fold-text.ts';

/** A lead as a list shows it: its claims in their own words. */
export type ShownLead = Pick<Lead, 'id' | 'title' | 'missing'> & {
  readonly claims: readonly { readonly id: string; readonly gist: string }[];
};

/** A statement that was checked, with who made it and how. */
export type ShownCheck = StatementCheck & { readonly claimant: string; readonly quote: string };

export const findingRow = memoized((finding: Finding): FindingRow => ({ finding, sought: soughtInFinding(finding) }));

function soughtInFinding({ id, title, hearing, made }: Finding): string {
  return foldText([title, id, made?.by ?? '', ...hearing.replies.map(({ party }) => party)].join('\n'));
}

export function showLead(snapshot: Snapshot, { id, title, missing, claims }: Lead): ShownLead {
  return { id, title, missing, claims: shownAmong(snapshot, claims).map((row) => ({ id: row.id, gist: row.gist })) };
}

/** Checks of claims that are there. */
export function shownChecks(snapshot: Snapshot): readonly ShownCheck[] {
  return snapshot.derived.checks.flatMap((check) =>
    shownAmong(snapshot, [check.claim]).map((row) => ({ ...check, claimant: row.claimant.name, quote: row.quote })),
  );
}
