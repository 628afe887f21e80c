import { mandatesInForce } from '../../regime/evaluation/monitor.ts';
import { type Decision, isInForce, type Regime } from '../../regime/model/regime.ts';
import type { RegimeStatus, ReportDecision, ReportMandate } from '../../report/model/model.ts';

/** How many paragraphs of the measures are in force: those that only set up a body or repeat what holds are none, and an exception counts with its paragraph. */
export function countMeasures(regime: Regime, asOf: string): number {
  return regimeStatus(regime, asOf).provisions.filter(({ inForce }) => inForce).length;
}

/** A regime as of a day, in the form that the report prints. Decisions of a later day are left out: the report speaks of its own day. */
export function regimeStatus(regime: Regime, asOf: string): RegimeStatus {
  const subjectWords = new Map(regime.subjects.map(({ id, words }) => [id, words]));
  return {
    id: regime.id,
    name: regime.name,
    committee: regime.committee,
    provisions: regime.provisions
      .filter(({ from, effect }) => from <= asOf && effect !== 'establishes' && effect !== 'reaffirms')
      .map((provision) => ({
        id: provision.id,
        subject: subjectWords.get(provision.subject) ?? provision.subject,
        text: provision.text,
        effect: provision.effect,
        from: provision.from,
        to: provision.to,
        inForce: isInForce(provision, asOf),
        evidence: provision.evidence,
        source: provision.source,
      })),
    mandates: mandatesOf(regime, asOf),
    decisions: regime.decisions.filter(({ date }) => date <= asOf).map(decisionOf),
    endedBy: endedBy(regime, asOf),
  };
}

/** Mandates to watch. The committee takes decisions and has no experts of its own; it is named with them, not among them. */
function mandatesOf(regime: Regime, asOf: string): readonly ReportMandate[] {
  return [
    ...regime.mandates
      .filter(({ from, kind }) => from <= asOf && kind === 'panel')
      .map((mandate) => ({
        body: mandate.body,
        instrument: mandate.instrument,
        from: mandate.from,
        to: mandate.to,
        inForce: isInForce(mandate, asOf),
        outsideUn: false,
      })),
    ...regime.outsideBodies
      .filter(({ from }) => from <= asOf)
      .map((body) => ({
        body: shortTitle(body),
        instrument: 'by agreement of its members',
        from: body.from,
        to: body.to ?? null,
        inForce: isInForce({ from: body.from, to: body.to ?? null }, asOf),
        outsideUn: true,
      })),
  ];
}

/** "Monitoring Team (MT)": the title up to what is said about the body, and its abbreviation. */
function shortTitle({ name, title }: Regime['outsideBodies'][number]): string {
  const words = title.split(',')[0] ?? title;
  return words === name ? name : `${words} (${name})`;
}

function decisionOf(decision: Decision): ReportDecision {
  const { id, title, date, adopted, ballots, vote } = decision;
  return {
    symbol: id,
    title,
    date,
    adopted,
    ballots:
      ballots === null || vote === null
        ? null
        : { members: ballots, inFavour: vote.inFavour, veto: vote.veto, reason: vote.reason },
  };
}

/** The vote that left the regime without an expert body: the last failed draft, when no panel has a mandate any more. */
function endedBy(regime: Regime, asOf: string): string | null {
  if (mandatesInForce(regime, asOf).some(({ kind }) => kind === 'panel')) return null;
  const failed = regime.decisions.filter(({ adopted, date }) => !adopted && date <= asOf);
  return failed.at(-1)?.id ?? null;
}
