import type { Claim } from '../../claims/model/claim.ts';
import { deepFreeze } from '../../core/json/json.ts';
import { memoized } from '../../core/memoized.ts';
import type { Steps } from '../../core/steps.ts';
import { deriveMadeFinding, type FindingStatement, questionKey } from '../../findings/allegations/made-finding.ts';
import { type Tested, type TestingContext, testingAllegations } from '../../findings/allegations/test-allegations.ts';
import type { Finding } from '../../findings/model/finding.ts';
import type { Hearing } from '../../findings/model/hearing.ts';
import type { TotalsNow } from '../../findings/model/ledger-total.ts';
import { RegimeError } from '../../regime/errors.ts';
import type { Regime } from '../../regime/model/regime.ts';
import type { Evidence } from '../acts/evidence.ts';
import { proposalReviews } from './proposal-reviews.ts';

/** What was said of a finding that is derived no more: it is not lost, and stands under the title that it had. */
export type UnboundHearing = { readonly finding: string; readonly title: string; readonly hearing: Hearing };

/**
 * The findings and leads of all regimes. Findings: first those that people made, in the order of their acts, then what the program proposes,
 * less the proposals that a made finding says again. A made finding of a regime that this program does not bring, or with
 * an activity that the regime cannot be asked about, stays in the record and gives none. `standing` are made findings beside those of the
 * evidence, which were derived before and are not touched.
 */
export function* deriveFindings(
  evidence: Evidence,
  regimes: readonly Regime[],
  claims: readonly Claim[],
  facts: Omit<TestingContext, 'regime' | 'hearingOf' | 'reviewOf'>,
  totals: TotalsNow,
  standing: readonly Finding[] = [],
): Steps<Tested> {
  const hearingOf = (finding: string): Hearing => hearingIn(evidence, finding);
  const reviewOf = proposalReviews(evidence, 'finding').of;
  const contexts = new Map(regimes.map((regime) => [regime.id, { ...facts, regime, hearingOf, reviewOf }]));
  const made = statementsOf(evidence, totals).flatMap((statement) => {
    const context = contexts.get(statement.regime);
    const finding = context === undefined ? null : madeOrNone(statement, claims, context);
    return finding === null ? [] : [finding];
  });
  const tested: Tested[] = [];
  for (const context of contexts.values()) tested.push(yield* testingAllegations(claims, context));
  const proposed = tested.flatMap(({ findings }) => findings);
  const saidAgain = new Set([...standing, ...made].map(questionKey));
  const others = proposed.filter((proposal) => saidAgain.size === 0 || !saidAgain.has(questionKey(proposal)));
  const carried = new Set([...standing, ...made].flatMap((finding) => finding.claims));
  return {
    findings: [...made, ...others],
    // What a person made a finding of is no lead any more.
    leads: tested.flatMap(({ leads }) => leads).filter((lead) => !lead.claims.every((id) => carried.has(id))),
  };
}

function madeOrNone(statement: FindingStatement, claims: readonly Claim[], context: TestingContext): Finding | null {
  try {
    const finding = deriveMadeFinding(statement, claims, context);
    // Its documents were withheld: nothing is left that could be cited.
    return finding.claims.length === 0 ? null : finding;
  } catch (error) {
    if (error instanceof RegimeError) return null;
    throw error;
  }
}

function statementsOf(evidence: Evidence, totals: TotalsNow): readonly FindingStatement[] {
  return evidence.found.map(({ finding: { total, events, ...finding }, act, by, at, reason }) => ({
    ...finding,
    claims: finding.claims.map(({ id }) => id),
    maker: { act, by, at, reason, adopts: finding.adopts },
    ...(total === undefined ? {} : { total: { taken: total, now: totals.get(act) ?? null } }),
    ...(events === undefined
      ? {}
      : {
          events: events.map((taken) => ({
            ...taken,
            isGone: taken.event.rows.some(({ document }) => evidence.withheld.has(document)),
          })),
        }),
  }));
}

/** What the acts of a record say about a finding, in their order. */
function hearingIn(evidence: Evidence, id: string): Hearing {
  return hearingsIn(evidence).get(id) ?? NOTHING_SAID;
}

const NOTHING_SAID: Hearing = deepFreeze({ replies: [], challenges: [], corrections: [], recommendations: [] });

type Hearings = { readonly [Kind in keyof Hearing]: Hearing[Kind][number][] };

/** What was said of every finding that something was said of, by its id. */
const hearingsIn = memoized((evidence: Evidence): ReadonlyMap<string, Hearing> => {
  const hearings = new Map<string, Hearings>();
  const of = ({ finding }: { readonly finding: { readonly id: string } }): Hearings => {
    const known = hearings.get(finding.id) ?? { replies: [], challenges: [], corrections: [], recommendations: [] };
    hearings.set(finding.id, known);
    return known;
  };
  for (const said of evidence.replies) {
    const { act, by, at, party, sent, deadline, received, text, stance } = said;
    of(said).replies.push({ act, by, at, party, sent, deadline, received, text, stance });
  }
  for (const said of evidence.challenges) {
    const { act, by, at, from, date, text, assessment, credibility } = said;
    of(said).challenges.push({ act, by, at, from, date, text, assessment, credibility });
  }
  for (const said of evidence.corrections) {
    const { act, by, at, text, reason } = said;
    of(said).corrections.push({ act, by, at, text, reason });
  }
  for (const said of evidence.recommendations) {
    const { act, by, at, text, addressee, priority } = said;
    of(said).recommendations.push({ act, by, at, text, addressee, priority });
  }
  return hearings;
});

/** What was said of findings that are derived no more, in the order of the acts. */
export function unboundHearings(evidence: Evidence, findings: readonly Finding[]): readonly UnboundHearing[] {
  const bound = new Set(findings.map(({ id }) => id));
  for (const { finding } of evidence.found)
    if (bound.has(finding.id) && finding.adopts !== null) bound.add(finding.adopts);
  const titles = new Map<string, string>();
  for (const { finding } of [
    ...evidence.replies,
    ...evidence.challenges,
    ...evidence.corrections,
    ...evidence.recommendations,
  ])
    if (!bound.has(finding.id) && !titles.has(finding.id)) titles.set(finding.id, finding.title);
  return [...titles].map(([finding, title]) => ({ finding, title, hearing: hearingIn(evidence, finding) }));
}
