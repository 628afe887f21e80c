import { utcDateOf } from '../../../core/time/calendar.ts';
import type { Finding } from '../../../findings/model/finding.ts';
import { type FindingReply, replyState } from '../../../findings/model/hearing.ts';
import { stanceOf } from '../../../findings/model/reply-stance.ts';
import type { Act } from '../../../record/log/act.ts';
import type { RegimeStatus } from '../../../report/model/model.ts';
import type { Store } from '../../../store/store.ts';
import { AppError } from '../../errors.ts';
import { regimeStatus } from '../../law/regime-status.ts';
import { foldedWords } from '../../projection/fold-text.ts';
import { loadKnownRegime } from '../../regimes.ts';
import type { FindingDetail, FindingSummary, LeadList, Reply } from '../contract/finding.ts';
import type { Page } from '../contract/page.ts';
import { actLines } from '../held/act-line.ts';
import { claimRowOf } from '../held/claim-row.ts';
import type { DetailReading } from '../held/detail-reading.ts';
import { type PageQuery, storedPage } from '../held/page.ts';

export type FindingQuery = PageQuery & {
  readonly status?: string | undefined;
  readonly review?: string | undefined;
  readonly q?: string | undefined;
};

function summaryOf(finding: Finding): FindingSummary {
  const { replies, challenges, corrections } = finding.hearing;
  return {
    ...finding,
    replies: replies.filter(({ received }) => received !== null).length,
    awaited: replies.filter(({ received }) => received === null).length,
    challenges: challenges.length,
    corrections: corrections.length,
  };
}

/** Findings: those that people made first, then what the program proposes. */
export async function findingPage(
  { lists }: Pick<Store, 'lists'>,
  { status, review, q, ...page }: FindingQuery,
): Promise<Page<FindingSummary>> {
  return await storedPage(
    async (request) => {
      const { items, ...rest } = await lists.findings({ status, review, words: foldedWords(q) }, request);
      return { ...rest, items: items.map(summaryOf) };
    },
    ({ id }) => id,
    page,
    { status, review, q },
  );
}

/** What falls short of a finding, in the words of its claims. */
export async function leadList(store: Pick<Store, 'leads'>): Promise<LeadList> {
  const leads = await store.leads();
  return { leads: leads.map(({ summary }) => summary as unknown as LeadList['leads'][number]) };
}

/** One finding with its claims, the paragraphs that it meets, and all that was said of it. @throws AppError `no-such-finding` */
export async function findingDetail({ details, log }: DetailReading, id: string, now: Date): Promise<FindingDetail> {
  const finding = await details.finding(id);
  if (finding === undefined)
    throw new AppError('no-such-finding', 'there is no such finding; its claims may have changed since', {
      place: id.slice(0, 80),
    });
  const summary = summaryOf(finding);
  const { acts } = log;
  const { hearing } = summary;
  const today = utcDateOf(now);
  return {
    summary,
    regime: summary.regime,
    claims: (await details.claims(summary.claims)).map(claimRowOf),
    provisions: provisionsOf(summary),
    replies: hearing.replies.map((reply) => replyOn(reply, today)),
    challenges: hearing.challenges,
    corrections: hearing.corrections,
    recommendations: hearing.recommendations,
    history: actLines(acts, actsOn(acts, new Set([id, summary.made?.adopts ?? id]))),
  };
}

function replyOn(reply: FindingReply, day: string): Reply {
  return { ...reply, reads: stanceOf(reply), state: replyState(reply, day) };
}

/** The paragraphs that the assessment names, as they stood on the day that it speaks of. */
function provisionsOf({ regime, activity, assessment }: Finding): RegimeStatus['provisions'] {
  const { grounds, exemptions, considered } = assessment;
  const named = new Set([...grounds, ...exemptions, ...considered].map(({ provision }) => provision));
  return regimeStatus(loadKnownRegime(regime), activity.date).provisions.filter(({ id }) => named.has(id));
}

/** The acts that speak of a finding, and those that took such an act back, in their order. */
function actsOn(acts: readonly Act[], ids: ReadonlySet<string>): readonly Act[] {
  const found = new Set<string>();
  return acts.filter((act) => {
    const { finding, target, id } = act.body as { finding?: { id?: unknown } | null; target?: unknown; id?: unknown };
    const speaks =
      ids.has(String(finding?.id)) || (target === 'finding' && ids.has(String(id))) || found.has(act.supersedes ?? '');
    if (speaks) found.add(act.id);
    return speaks;
  });
}
