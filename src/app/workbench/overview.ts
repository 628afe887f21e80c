import { utcDateOf } from '../../core/time/calendar.ts';
import type { Finding } from '../../findings/model/finding.ts';
import { replyState } from '../../findings/model/hearing.ts';
import { monitorOn } from '../../regime/evaluation/monitor.ts';
import { isInForce, type Regime } from '../../regime/model/regime.ts';
import { expertMandates, lastEnded } from '../../report/composition/compose-regime.ts';
import type { Store } from '../../store/store.ts';
import { regimeStatus } from '../law/regime-status.ts';
import { heldLists } from '../lists/lists-in-workspace.ts';
import { loadRegimes } from '../regimes.ts';
import type { HeldWorkspace } from '../workspace/workspace.ts';
import type { AwaitedReply, Overview } from './contract/overview.ts';

/** Points that a first page can show; the counts are of all. */
const MOST_CONTESTED = 100;

/** The documents that came in last. */
const MOST_DOCUMENTS = 10;

/** What the first page shows: what is watched, by whom today, what came in, what is contested, what waits. */
export async function overview(
  store: Pick<Store, 'overview'>,
  { record, derivation }: Pick<HeldWorkspace, 'record' | 'derivation'>,
  name: string,
  now: Date,
): Promise<Overview> {
  const asOf = utcDateOf(now);
  const [{ counts, cameIn, contested, checks, heard }, { acts, evidence }] = await Promise.all([
    store.overview({ cameIn: MOST_DOCUMENTS, contested: MOST_CONTESTED }),
    derivation.log(),
  ]);
  return {
    workspace: { name, title: evidence.dossier?.title ?? null, origin: record.origin },
    asOf,
    regimes: loadRegimes().map((regime) => regimeOn(regime, asOf)),
    counts: { ...counts, lists: heldLists(acts).length, acts: record.size },
    cameIn: cameIn as unknown as Overview['cameIn'],
    contested,
    checks: checks as unknown as Overview['checks'],
    awaitedReplies: awaitedReplies(heard, asOf),
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

function awaitedReplies(heard: readonly Finding[], asOf: string): readonly AwaitedReply[] {
  return heard.flatMap(({ id, title, hearing }) =>
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
