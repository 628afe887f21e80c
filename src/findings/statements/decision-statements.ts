import type { Claim } from '../../claims/model/claim.ts';
import { countriesIn } from '../../claims/names/mentioned-country.ts';
import type { Decision, Mandate, Regime } from '../../regime/model/regime.ts';
import { agreement, type StatementRule } from './statement-check.ts';

const RESOLUTION = /\bresolutions?\s+(?:no\.?\s*)?(\d{3,4})(?:\s*\((\d{4})\))?/giu;

/**
 * "Resolution 2379": a number that is no decision of this regime but one slip of the pen from one that is. A sentence that
 * names other States and not the target may rightly speak of another regime's resolution and is left alone.
 */
export const checkResolutionNumber: StatementRule = (claim, { regime, aboutRegime }) => {
  for (const [raw, number = '', year] of claim.quote.matchAll(RESOLUTION)) {
    const own = regime.decisions.find((decision) => numberOf(decision) === number);
    const meant = own ?? (speaksOfRegime(claim, regime, aboutRegime) ? nearestBySlip(number, regime) : undefined);
    if (meant === undefined || (own !== undefined && year === undefined)) continue;
    const right = own !== undefined && year === yearOf(own);
    return {
      claim: claim.id,
      statement: raw,
      relation: agreement(right),
      fact: right
        ? `${meant.id} is a decision of this regime, of ${meant.date}`
        : own !== undefined
          ? `${meant.id} was adopted on ${meant.date}`
          : `no decision of this regime has that number; ${meant.id}, of ${meant.date}, is the nearest`,
      reference: meant.id,
      source: meant.source,
      evidence: meant.evidence,
    };
  }
  return null;
};

function speaksOfRegime(claim: Claim, regime: Regime, aboutRegime: () => boolean): boolean {
  const named = countriesIn(claim.quote).map(({ country }) => country);
  return named.includes(regime.target) || (named.length === 0 && aboutRegime());
}

/** The decision whose number is one slip away: two neighbouring digits exchanged before one digit wrong, as writers err. */
function nearestBySlip(number: string, regime: Regime): Decision | undefined {
  const adopted = regime.decisions.filter((decision) => decision.adopted);
  return (
    adopted.find((decision) => isExchange(number, numberOf(decision))) ??
    adopted.findLast((decision) => differingDigits(number, numberOf(decision)).length === 1)
  );
}

function numberOf(decision: Decision): string {
  return /^S\/RES\/(\d+)/.exec(decision.id)?.[1] ?? '';
}

function yearOf(decision: Decision): string {
  return decision.date.slice(0, 4);
}

function differingDigits(written: string, right: string): readonly number[] {
  if (written.length !== right.length) return [];
  return [...written].flatMap((digit, at) => (digit === right[at] ? [] : [at]));
}

function isExchange(written: string, right: string): boolean {
  const differing = differingDigits(written, right);
  const [first = 0, second = 0] = differing;
  return (
    differing.length === 2 &&
    second === first + 1 &&
    written[first] === right[second] &&
    written[second] === right[first]
  );
}

/** "adopted several sanctions in 2006", "sanctions since 2016": does a decision with measures stand in that time, and is it the first? */
export const checkAdoption: StatementRule = (claim, { regime, aboutRegime }) => {
  const { from, to } = claim.when;
  if (claim.polarity === 'denies' || from === null || !speaksOfMeasures(claim)) return null;
  const saysFirst = SINCE.test(claim.quote) || FIRST.test(claim.quote);
  const tellsOfStart = saysFirst && speaksOfRegime(claim, regime, aboutRegime);
  if (claim.predicate !== 'adopted' && !tellsOfStart) return null;
  const measures = decisionsWithMeasures(regime);
  const first = measures[0];
  if (first === undefined) return null;
  const within = measures.find((decision) => from <= decision.date && (to === null || decision.date <= to));
  const agrees = tellsOfStart ? yearOf(first) === from.slice(0, 4) : within !== undefined;
  const shown = agrees && within !== undefined ? within : first;
  return {
    claim: claim.id,
    statement: `measures adopted ${claim.when.raw ?? from}`,
    relation: agreement(agrees),
    fact:
      shown === first
        ? `the first decision of this regime with measures is ${first.id}, adopted on ${first.date}`
        : `${shown.id} was adopted on ${shown.date}`,
    reference: shown.id,
    source: shown.source,
    evidence: shown.evidence,
  };
};

const MEASURE_WORDS = /\b(sanction|measure|embargo|restriction|resolution)s?\b/i;
/** "sanctions have been in place since" tells when they began; "sanctions imposed since" speaks of later ones. */
const SINCE =
  /\b(?:sanctions?|embargo|restrictions)\b(?!\s+(?:(?:that|which)\s+were\s+)?(?:imposed|adopted|introduced|passed)\b).{0,80}\bsince\b/i;
/** "first imposed sanctions", "the first sanctions resolution". */
const FIRST =
  /\bfirst\s+(?:\w+\s+){0,3}(?:sanction|embargo|measure|restriction|impos|adopt|introduc)|\b(?:impos|introduc)\w*\s+(?:its\s+|the\s+|their\s+)?first\b/i;
const PANEL_WORDS = /\b(panel|experts|monitors?|monitoring|mandate)\b/i;

function speaksOfMeasures(claim: Claim): boolean {
  return MEASURE_WORDS.test((claim.roles.object ?? [claim.quote]).join(' '));
}

/** From the decision that set up the committee on: what came before it asked, and set up no sanctions. */
function decisionsWithMeasures(regime: Regime): readonly Decision[] {
  const start = regime.mandates
    .filter(({ kind }) => kind === 'committee')
    .map(({ from }) => from)
    .sort()[0];
  const imposing = new Set(
    regime.provisions
      .filter(({ effect }) => effect === 'prohibits' || effect === 'caps')
      .map(({ decision }) => decision),
  );
  return regime.decisions.filter(
    ({ id, adopted, date }) => adopted && imposing.has(id) && (start === undefined || date >= start),
  );
}

/** "the expert panel was created in 2009": the instrument that first gave a panel its mandate. */
export const checkCreation: StatementRule = (claim, { regime }) => {
  if (claim.predicate !== 'created' || claim.when.from === null || !PANEL_WORDS.test(claim.quote)) return null;
  const first = panelMandates(regime)[0];
  if (first === undefined) return null;
  const agrees = claim.when.from <= first.from && (claim.when.to === null || first.from <= claim.when.to);
  return {
    claim: claim.id,
    statement: `panel created ${claim.when.raw ?? claim.when.from}`,
    relation: agreement(agrees),
    fact: `the ${first.body} was established by ${first.instrument} ${first.paragraph} on ${first.from}`,
    reference: `${first.instrument} ${first.paragraph}`,
    source: first.source,
    evidence: first.evidence,
  };
};

/**
 * "the veto halts the panel but does not cancel the sanctions": whether a mandate did end without renewal, and whether
 * measures stayed in force after it.
 */
export const checkHalt: StatementRule = (claim, { regime, published }) => {
  if (claim.predicate !== 'halted' || !PANEL_WORDS.test(claim.quote)) return null;
  const last = panelMandates(regime).at(-1);
  if (last === undefined || last.to === null || published === null) return null;
  const ends = last.to;
  const renewalFailed = regime.decisions.some(
    (decision) => !decision.adopted && decision.date <= ends && decision.date > last.from,
  );
  const after = regime.provisions.filter(
    ({ from, to, effect }) =>
      from <= ends && (to === null || to > ends) && effect !== 'establishes' && effect !== 'reaffirms',
  ).length;
  return {
    claim: claim.id,
    statement: 'the work of the panel ended',
    relation: agreement(renewalFailed === (claim.polarity === 'asserts')),
    fact: `the mandate of the ${last.body} ended on ${ends}; ${after} paragraphs of its measures stayed in force`,
    reference: `${last.instrument} ${last.paragraph}`,
    source: last.source,
    evidence: last.evidence,
  };
};

/** "extended the panel's mandate until 30 April 2024": the last day of the mandate that the claim's day falls on. */
export const checkRenewal: StatementRule = (claim, { regime, published }) => {
  if (claim.predicate !== 'renewed' || claim.polarity === 'denies' || !PANEL_WORDS.test(claim.quote)) return null;
  // "would have extended": what did not happen is no statement about the mandate.
  if (/\bwould\b/i.test(claim.quote)) return null;
  const until = /\b(?:until|through|to|till)\b/i.test(claim.when.raw ?? '') ? claim.when.to : null;
  const said = published ?? until;
  if (until === null || said === null) return null;
  const current = panelMandates(regime)
    .filter((mandate) => mandate.from <= said)
    .at(-1);
  if (current?.to == null) return null;
  return {
    claim: claim.id,
    statement: `mandate until ${until}`,
    relation: agreement(current.to === until),
    fact: `${current.instrument} ${current.paragraph} gives the ${current.body} a mandate until ${current.to}`,
    reference: `${current.instrument} ${current.paragraph}`,
    source: current.source,
    evidence: current.evidence,
  };
};

function panelMandates(regime: Regime): readonly Mandate[] {
  return regime.mandates.filter((mandate) => mandate.kind === 'panel').sort((a, b) => (a.from < b.from ? -1 : 1));
}
