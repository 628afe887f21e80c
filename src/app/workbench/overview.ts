import { utcDateOf } from '../../core/calendar.ts';
import { replyState } from '../../findings/model/hearing.ts';
import { monitorOn } from '../../regime/evaluation/monitor.ts';
import { isInForce, type Regime } from '../../regime/model/regime.ts';
import { expertMandates, lastEnded } from '../../report/composition/compose-regime.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { regimeStatus } from '../law/regime-status.ts';
import { heldLists } from '../lists/lists-in-workspace.ts';
import { shownAmong, shownClaims } from '../projection/claim-rows.ts';
import { shownDocuments } from '../projection/document-rows.ts';
import { loadRegimes } from '../regimes.ts';
import { contradictionIn } from './comparisons.ts';
import type { AwaitedReply, ContestedPoint, Overview } from './contract/overview.ts';
import { contestedIncidents } from './incidents.ts';

/** Points that a first page can show; the counts are of all. */
const MOST_CONTESTED = 100;

/** What the first page shows: what is watched, by whom today, what came in, what is contested, what waits. */
export function overview(snapshot: Snapshot, workspace: Overview['workspace'], now: Date): Overview {
  const { acts, withheld, evidence, derived } = snapshot;
  const asOf = utcDateOf(now);
  const contested = contestedPoints(snapshot);
  return {
    workspace: { ...workspace, title: evidence.dossier?.title ?? null },
    asOf,
    regimes: loadRegimes().map((regime) => regimeOn(regime, asOf)),
    counts: {
      documents: derived.documents.length,
      claims: derived.claims.length,
      toReview: shownClaims(snapshot).filter(({ status }) => status === 'proposed').length,
      incidents: derived.incidents.length,
      findings: derived.findings.filter(({ review }) => review === 'made' || review === 'accepted').length,
      proposed: derived.findings.filter(({ review }) => review === 'proposed').length,
      contested: contested.length,
      refused: evidence.refusals.length,
      unread: shownDocuments(snapshot).filter(({ unread }) => unread.length > 0).length,
      lists: heldLists(acts).length,
      acts: acts.length + withheld.length,
    },
    cameIn: shownDocuments(snapshot).toReversed().slice(0, 10),
    contested: contested.slice(0, MOST_CONTESTED),
    checks: derived.checks.flatMap((check) => {
      const [row] = shownAmong(snapshot, [check.claim]);
      return row === undefined ? [] : [{ ...check, claimant: row.claimant.name, quote: row.quote }];
    }),
    awaitedReplies: awaitedReplies(snapshot, asOf),
  };
}

function regimeOn(regime: Regime, asOf: string): Overview['regimes'][number] {
  const status = regimeStatus(regime, asOf);
  const experts = expertMandates(status);
  const held = experts.filter(({ inForce }) => inForce);
  const ended = held.length > 0 ? null : lastEnded(experts, asOf);
  return {
    id: regime.id,
    name: regime.name,
    inForce: status.provisions.filter(({ inForce }) => inForce).length,
    committee: monitorOn(regime, asOf).committee,
    watchedBy: status.mandates
      .filter((mandate) => isInForce(mandate, asOf))
      .map(({ body, from, to, outsideUn }) => ({ body, since: from, to, outsideUn })),
    lapsed:
      ended === null
        ? null
        : {
            body: ended.body,
            instrument: ended.instrument,
            ended: ended.to,
            days: daysBetween(ended.to, asOf),
            endedBy: status.endedBy,
          },
  };
}

const DAY_MS = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

function contestedPoints(snapshot: Snapshot): readonly ContestedPoint[] {
  const { derived } = snapshot;
  // What nobody accepted contests nothing.
  const accepted = derived.topics.filter(({ review }) => review === 'accepted');
  const figures = accepted.flatMap((topic): ContestedPoint[] => {
    const reason = contradictionIn(topic);
    return reason === null ? [] : [{ kind: 'figures', id: topic.id, title: topic.title, reason }];
  });
  const findings = derived.findings
    .filter(({ status, review }) => status === 'contested' && (review === 'made' || review === 'accepted'))
    .map(({ id, title, statusReason }): ContestedPoint => ({ kind: 'finding', id, title, reason: statusReason }));
  const judged = contestedIncidents(snapshot).filter(({ by }) => by.some((name) => name !== 'program'));
  const incidents = judged.map(({ id, title, reason }): ContestedPoint => ({ kind: 'incident', id, title, reason }));
  return [...findings, ...figures, ...incidents];
}

function awaitedReplies({ derived }: Snapshot, asOf: string): readonly AwaitedReply[] {
  return derived.findings.flatMap(({ id, title, hearing }) =>
    hearing.replies
      .map((reply) => ({ reply, state: replyState(reply, asOf) }))
      .filter(({ state }) => state !== 'received')
      .map(({ reply, state }) => ({
        finding: id,
        title,
        party: reply.party,
        deadline: reply.deadline,
        overdue: state === 'overdue',
      })),
  );
}
