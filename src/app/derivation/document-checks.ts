import type { Claim } from '../../claims/model/claim.ts';
import { partyOf } from '../../claims/names/mentioned-country.ts';
import { deepFreeze } from '../../core/json/json.ts';
import { memoized } from '../../core/memoized.ts';
import { checkStatements } from '../../findings/statements/consistency.ts';
import type { StatementCheck } from '../../findings/statements/statement-check.ts';
import type { Regime } from '../../regime/model/regime.ts';
import { isAbout, type ReadDocument } from './reading/read-documents.ts';

/** The statements in the claims of one document, held against a regime; again only where its day of publication has changed. */
export const checksIn = memoized((claims: readonly Claim[]) => {
  const known = new Map<Regime, { readonly published: string | null; readonly checks: readonly StatementCheck[] }>();
  return (regime: Regime, document: ReadDocument | undefined): readonly StatementCheck[] => {
    const published = document?.published ?? null;
    const before = known.get(regime);
    if (before?.published === published) return before.checks;
    const voting = new Set(regime.permanentMembers.flatMap((name) => partyOf([name]) ?? []));
    const aboutRegime = (): boolean => isAbout(document?.layer, regime.target, voting);
    const checks = deepFreeze(checkStatements(claims, () => ({ regime, published, aboutRegime })));
    known.set(regime, { published, checks });
    return checks;
  };
});
