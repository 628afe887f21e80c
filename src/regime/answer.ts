import { CodedError } from '../core/errors.ts';
import { addDays } from '../core/time/calendar.ts';
import { RegimeError } from './errors.ts';
import { type AssessOptions, assess } from './evaluation/assess.ts';
import { suggestWord } from './files/nearest.ts';
import type { Activity } from './model/activity.ts';
import type { Assessment } from './model/assessment.ts';
import { parseBallots, tallyBallots } from './model/ballots.ts';
import { type Decision, isInForce, type Mandate, type Provision, type Regime } from './model/regime.ts';

export type MandateRow = {
  readonly body: string;
  readonly instrument: string;
  readonly from: string;
  readonly to: string | null;
  readonly inForce: boolean;
  readonly evidence: string;
  readonly source: string;
};

export type OutsideRow = Omit<MandateRow, 'instrument'> & {
  readonly title: string;
  readonly members: readonly string[];
};

export type ProvisionRow = {
  readonly id: string;
  readonly subject: string;
  readonly effect: string;
  readonly from: string;
  readonly to: string | null;
  readonly inForce: boolean;
  readonly replacedBy: string | null;
  readonly text: string;
  readonly evidence: string;
  readonly source: string;
};

export type DecisionRow = {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly adopted: boolean;
  readonly inFavour: number | null;
  readonly against: number | null;
  readonly abstained: number | null;
  readonly veto: readonly string[];
  readonly reason: string;
  readonly ballots: Decision['ballots'];
  readonly evidence: string;
  readonly source: string;
};

export type RegimeAnswer = {
  readonly id: string;
  readonly name: string;
  readonly asOf: string;
  readonly mandates: readonly MandateRow[];
  /** Bodies without a mandate of the Council. */
  readonly outsideUn: readonly OutsideRow[];
  readonly provisions: readonly ProvisionRow[];
  readonly decisions: readonly DecisionRow[];
};

/**
 * The regime as it stood at the end of a day: what was decided by then, which of its paragraphs had effect, and whose
 * mandate held. Paragraphs and mandates that had ended are shown with `inForce: false`; later decisions are left out.
 */
export function regimeAsOf(regime: Regime, date: string): RegimeAnswer {
  const decisions = regime.decisions.filter((decision) => decision.date <= date);
  const known = new Set(decisions.map((decision) => decision.id));
  return {
    id: regime.id,
    name: regime.name,
    asOf: date,
    mandates: regime.mandates
      .filter((mandate) => known.has(mandate.instrument))
      .map((mandate) => mandateRow(mandate, date)),
    outsideUn: outsideRows(regime, date),
    provisions: regime.provisions
      .filter((provision) => known.has(provision.decision))
      .map((provision) => asKnownOn(provision, regime, date))
      .flatMap((provision) => [provisionRow(provision, date), ...carveOutRows(provision, date)]),
    decisions: decisions.map(decisionRow),
  };
}

/** A paragraph that a later decision replaced had no end yet on a day before that decision. */
function asKnownOn(provision: Provision, regime: Regime, date: string): Provision {
  if (provision.replacedBy === null) return provision;
  const by = regime.provisions.find((other) => other.id === provision.replacedBy);
  const decided = regime.decisions.find((decision) => decision.id === by?.decision)?.date;
  return decided !== undefined && decided > date ? { ...provision, to: null, replacedBy: null } : provision;
}

function outsideRows(regime: Regime, date: string): OutsideRow[] {
  return regime.outsideBodies
    .filter((body) => body.from <= date)
    .map((body) => ({
      body: body.name,
      title: body.title,
      members: body.members,
      from: body.from,
      to: body.to ?? null,
      inForce: isInForce({ from: body.from, to: body.to ?? null }, date),
      evidence: body.evidence,
      source: body.source,
    }));
}

function mandateRow(mandate: Mandate, date: string): MandateRow {
  const { body, instrument, from, to, evidence, source } = mandate;
  return { body, instrument, from, to, inForce: isInForce(mandate, date), evidence, source };
}

function provisionRow(provision: Provision, date: string): ProvisionRow {
  const { id, subject, effect, from, to, replacedBy, text, evidence, source } = provision;
  return { id, subject, effect, from, to, inForce: isInForce(provision, date), replacedBy, text, evidence, source };
}

/** Sub-items that carve something out of a paragraph, such as OP29(b), are entries of their own and end with it. */
function carveOutRows(provision: Provision, date: string): ProvisionRow[] {
  const named = provision.exemptions.filter(
    (row) => row.paragraph !== undefined && row.paragraph !== provision.paragraph,
  );
  return named.map((exemption) => {
    const from = exemption.from ?? provision.from;
    const ends = [exemption.until, provision.to].filter((day) => day !== undefined && day !== null).sort();
    const to = ends[0] ?? null;
    return {
      ...provisionRow(provision, date),
      id: `${provision.decision} ${exemption.paragraph}`,
      effect: 'exempts',
      from,
      to,
      inForce: isInForce({ from, to }, date),
      text: exemption.text,
    };
  });
}

export function decisionRow(decision: Decision): DecisionRow {
  const { id, title, date, adopted, vote, ballots } = decision;
  return {
    id,
    title,
    date,
    adopted,
    inFavour: vote?.inFavour ?? null,
    against: vote?.against ?? null,
    abstained: vote?.abstained ?? null,
    veto: vote?.veto ?? [],
    reason: vote?.reason ?? 'Adopted without a vote.',
    ballots,
    evidence: decision.voteEvidence,
    source: decision.voteSource,
  };
}

/** The decisions of a regime with their votes, or the one with the symbol. @throws RegimeError `regime-unknown` for an unknown symbol */
export function votesOf(regime: Regime, symbol?: string): readonly DecisionRow[] {
  const rows = regime.decisions.map(decisionRow);
  if (symbol === undefined) return rows;
  const wanted = foldSymbol(symbol);
  const found = rows.filter(({ id }) => foldSymbol(id) === wanted || foldSymbol(id).startsWith(`${wanted}(`));
  if (found.length === 0)
    throw new RegimeError(
      'regime-unknown',
      `No decision "${symbol.slice(0, 40)}" is known${suggestWord(
        symbol,
        rows.map((row) => row.id),
      )}; without a symbol all ${rows.length} are listed.`,
    );
  return found;
}

/** `S/RES/2397 (2017)`, `s/res/2397`, `Resolution 2397` and `UNSCR 2397` are one symbol. */
function foldSymbol(symbol: string): string {
  return symbol
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/^(un)?(sc)?(resolution|res\.?|r)?(?=\d)|^s\/res\/|^s\/(?=\d)/, '');
}

export type RegimeChange = {
  readonly date: string;
  readonly kind: 'began' | 'ended' | 'adopted' | 'rejected';
  readonly what: string;
  readonly text: string;
};

/** What changed after `from` and up to `to`, day by day: decisions, and paragraphs and mandates that began or ended. */
export function changesSince(regime: Regime, from: string, to: string): readonly RegimeChange[] {
  const changes: RegimeChange[] = [];
  const note = (date: string | null, kind: RegimeChange['kind'], what: string, text: string) => {
    if (date !== null && date > from && date <= to) changes.push({ date, kind, what, text });
  };
  for (const decision of regime.decisions)
    note(decision.date, decision.adopted ? 'adopted' : 'rejected', decision.id, decision.title);
  for (const provision of regime.provisions) {
    if (provision.to !== null && provision.to < provision.from) continue;
    note(provision.from, 'began', provision.id, provision.text);
    // A paragraph ends on its last day; its absence shows on the day after.
    if (provision.to !== null)
      note(
        addDays(provision.to, 1),
        'ended',
        provision.id,
        provision.replacedBy ? `replaced by ${provision.replacedBy}` : `last day ${provision.to}`,
      );
  }
  for (const mandate of regime.mandates) {
    note(mandate.from, 'began', `${mandate.body} (${mandate.instrument})`, mandate.text);
    if (mandate.to !== null)
      note(addDays(mandate.to, 1), 'ended', `${mandate.body} (${mandate.instrument})`, `last day ${mandate.to}`);
  }
  for (const body of regime.outsideBodies) note(body.from, 'began', body.name, body.title);
  return changes.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

export type LineError = {
  readonly id: string | number | null;
  readonly error: { readonly code: string; readonly message: string };
};
export type BatchAnswer = ({ readonly id: string | number | null } & Assessment) | LineError;
export type TallyAnswer = {
  readonly id: string;
  readonly adopted: boolean;
  readonly inFavour: number;
  readonly veto: readonly string[];
  readonly reason: string;
};

/** One line of `panel check --batch`: `{"id": …, "activity": {…}}`. Never throws: a bad line is answered in its place. */
export function answerBatchLine(regime: Regime, line: string, options: AssessOptions = {}): BatchAnswer {
  const read = readLine(line);
  if ('error' in read) return read;
  const { id, value } = read;
  try {
    if (!('activity' in value))
      throw new RegimeError('line-invalid', 'the line has no "activity"; write {"id": …, "activity": {…}}');
    return { id, ...assess(regime, value.activity as Activity, options) };
  } catch (error) {
    return lineError(id, error);
  }
}

/** One line of `panel votes --ballots`. Never throws: a bad line is answered in its place. */
export function tallyLine(line: string): TallyAnswer | LineError {
  const read = readLine(line);
  if ('error' in read) return read;
  try {
    const { id, adopted, inFavour, veto, reason } = tallyBallots(parseBallots(read.value));
    return { id, adopted, inFavour, veto, reason };
  } catch (error) {
    return lineError(read.id, error);
  }
}

type ReadLine = { readonly id: string | number | null; readonly value: Record<string, unknown> };

function readLine(line: string): ReadLine | LineError {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return lineError(null, new RegimeError('line-invalid', 'the line is not JSON; write one object a line'));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return lineError(null, new RegimeError('line-invalid', 'the line is not a JSON object'));
  const id = (value as { id?: unknown }).id;
  return { id: typeof id === 'string' || typeof id === 'number' ? id : null, value: value as Record<string, unknown> };
}

function lineError(id: LineError['id'], error: unknown): LineError {
  if (error instanceof CodedError) return { id, error: { code: error.code, message: error.message } };
  throw error;
}
