import type { Claim } from '../../claims/model/claim.ts';
import type { Quantity } from '../../claims/model/quantity.ts';
import { compareDecimals, formatDecimal } from '../../core/decimal.ts';
import { memoized } from '../../core/memoized.ts';
import { addMonths } from '../../core/time/calendar.ts';
import { compileScope, indexGoods, matchScope, resolveGoods } from '../../regime/goods/goods.ts';
import type { Provision, Regime } from '../../regime/model/regime.ts';
import { goodsNamedIn } from '../naming/named-goods.ts';
import { agreement, type StatementRule } from './statement-check.ts';
import { matterOf } from './statement-matter.ts';

type Limit = { readonly value: string; readonly unit: string };

/**
 * "the annual cap of 500,000 barrels": a figure that a claim gives as the limit itself, held against the limits in force on its day.
 * "500,000 tons of barrels" has the right figure and the wrong unit, and is reported so. What is measured by a limit, goes beyond it or
 * stands in the same sentence is no statement about it.
 */
export const checkCap: StatementRule = (claim, context) => {
  const { regime, published } = context;
  if (claim.polarity === 'denies') return null;
  const figure = claim.quantities.find((quantity) => isTheLimit(quantity, claim.quote));
  const value = figure?.high ?? figure?.low ?? null;
  if (figure === undefined || value === null) return null;
  // Every regime and every alliance may have limits of its own.
  const matter = matterOf(claim, context);
  if (matter === null || OTHERS_LIMIT.test(claim.quote)) return null;
  const capped = cappedProvisions(regime, claim);
  // A date in the sentence may be that of the limit or that of its adoption: both are tried before it is said to be wrong.
  const dates = [claim.when.from, claim.when.to, published].filter((date) => date !== null);
  const outcomes = [...new Set(dates)].sort().flatMap((date) =>
    capped
      .filter(({ from, to }) => from <= date && (to === null || date <= to))
      .flatMap((provision) => {
        const limits = limitsOn(provision.cap?.periods ?? [], date, YEARLY.test(claim.quote));
        if (limits.length === 0) return [];
        return [{ provision, limits, date, agrees: limits.some((limit) => isLimit(limit, value, figure)) }];
      }),
  );
  const outcome = outcomes.find(({ agrees }) => agrees) ?? outcomes.at(-1);
  if (outcome === undefined) return null;
  const { provision, limits, date, agrees } = outcome;
  if (!agrees) {
    // Whose limit it is and for whom must be said: States and firms set themselves others.
    if (matter !== 'sentence' || !DECISION_WORDS.test(claim.quote)) return null;
    // A limit of another time is no wrong limit: what a paragraph sets, or set, at any time is left alone.
    if (capped.some((one) => everLimited(one, value, figure))) return null;
    // Neither its figure nor its unit is that of the paragraph: it may be a limit of something else.
    if (!limits.some((limit) => limit.unit === unitOf(figure) || compareDecimals(limit.value, value) === 0))
      return null;
  }
  return {
    claim: claim.id,
    statement: figure.raw,
    relation: agreement(agrees),
    fact: `${provision.id} sets ${limits.map((limit) => `${formatDecimal(limit.value)} ${limit.unit}s`).join(' or ')}, in force on ${date}`,
    reference: provision.id,
    source: provision.source,
    evidence: provision.evidence,
  };
};

function everLimited({ cap }: Provision, value: string, figure: Quantity): boolean {
  return (cap?.periods ?? []).flatMap(({ limits }) => limits).some((limit) => isLimit(limit, value, figure));
}

function isLimit(limit: Limit, value: string, figure: Quantity): boolean {
  return compareDecimals(limit.value, value) === 0 && limit.unit === unitOf(figure);
}

function unitOf(quantity: Quantity): string {
  return quantity.unit ?? quantity.counts;
}

const NOUN = '(?:caps?|limits?|ceilings?|quotas?|maximum)';
const LIMIT_NOUNS = new RegExp(`\\b${NOUN}\\b`, 'gi');
/** A limit by its noun, up to the figure: "the cap on refined petroleum of", "an annual limit:", "the ceiling was". */
const NAMED_BEFORE = new RegExp(
  String.raw`\b${NOUN}(?:\s+(?:on|for|to)\s+[^,;.]{1,60}?)?\s*(?:of|is|was|stands at|stood at|set at|fixed at|:)\s*(?:only\s+|just\s+|an?\s+)?$`,
  'i',
);
/** "500,000 barrels a year limit", "the 500,000 barrels of oil cap": with no preposition between, which would tell how a count lies to it. */
const NAMED_AFTER = new RegExp(
  String.raw`^(?:\s+of(?:\s+(?!(?:above|beyond|over|below|under|within|in|than|to|the|a)\b)\w+){1,3})?(?:\s+(?:a|per) year|\s+annual|\s+yearly)?\s+${NOUN}\b`,
  'i',
);
const NAMED_WITHIN = new RegExp(String.raw`^(?:an?\s+|the\s+)?(?:annual\s+|yearly\s+)?${NOUN}\b`, 'i');
/** What a decision limits to or allows; what anybody else allows need not be a limit. */
const DECIDED = String.raw`(?:resolutions?|decisions?|measures?|sanctions|Security Council|the Council|paragraph)\b[^,;.]{0,60}`;
const ALLOWED = new RegExp(
  String.raw`\b${DECIDED}\b(?:limit(?:s|ed|ing)?|cap(?:s|ped|ping)?|restrict(?:s|ed|ing)?)\b[^,;.]{1,80}\bto\s+(?:only\s+)?$|\b${DECIDED}\b(?:allow|permit)(?:s|ed)?\b[^,;.]{0,50}$`,
  'i',
);
/** "imports are limited to": the passive says nothing of who limits, and is a limit all the same. */
const IS_LIMITED =
  /\b(?:is|are|was|were|been)\s+(?:limited|capped|restricted)(?:\s+by [^,;.]{1,60}?)?\s+(?:to|at)\s+(?:only\s+)?$/i;

/** The figure that the text calls the limit itself. */
function isTheLimit(quantity: Quantity, quote: string): boolean {
  if (!['exactly', 'at-most', 'up-to'].includes(quantity.qualifier) || quantity.nature === 'capacity') return false;
  const at = quote.indexOf(quantity.raw);
  if (at < 0) return false;
  const [before, after] = [quote.slice(0, at), quote.slice(at + quantity.raw.length)];
  if (NOT_IN_FORCE.test(quote)) return false;
  return (
    NAMED_WITHIN.test(quantity.raw) ||
    NAMED_BEFORE.test(before) ||
    NAMED_AFTER.test(after) ||
    ALLOWED.test(before) ||
    IS_LIMITED.test(before)
  );
}

/** Limits that somebody wished for or that never came. */
const NOT_IN_FORCE =
  /\b(?:propos\w+|draft|would(?: have)?|wanted|suggest\w+|sought|seeks?|demand\w*|could|should|if)\b/i;

/**
 * Figures that are, or may be, a limit: they are laid beside no count of things done. Wider than what is held against the law, since a
 * limit that is compared is false and a count that is not is only missing.
 */
export function mayBeLimit(quantity: Quantity, quote: string): boolean {
  if (!['exactly', 'at-most', 'up-to'].includes(quantity.qualifier)) return false;
  const at = quote.indexOf(quantity.raw);
  const near = quote.slice(Math.max(0, at - REACH), at + quantity.raw.length + REACH);
  if (quantity.nature === 'limit' || quantity.qualifier === 'at-most' || LIMIT_WORDS.test(near)) return true;
  return DECISION_WORDS.test(quote) && ALLOWANCE.test(near);
}

const LIMIT_WORDS = /\b(cap|caps|capped|limit|limits|limited|ceiling|quota)\b/i;
const ALLOWANCE = /\b(allow|allows|allowed|allowing|allowance|permit|permits|permitted|permitting|entitled)\b/i;
const DECISION_WORDS = /\b(resolutions?|decisions?|measures?|sanctions|Security Council|Council|Committee|U\.?N\.?)\b/i;
/** How far from the figure, in characters, a word that makes it a limit may stand. */
const REACH = 80;

const RESOLUTION = /\bresolutions?\s+(?:no\.?\s*)?(\d{4})\b/gi;

/** The paragraphs that limit the one kind of goods that a claim names; of the resolution that it names, where it names one. */
function cappedProvisions(regime: Regime, { quote }: Claim): readonly Provision[] {
  const vocabulary = vocabularyOf(regime);
  // "cap" is a good of the tariff too.
  const names = goodsNamedIn([quote.replace(LIMIT_NOUNS, ' ')], vocabulary);
  if (names.length !== 1) return [];
  const goods = names.map((name) => resolveGoods(vocabulary, { name }));
  const numbers = new Set([...quote.matchAll(RESOLUTION)].map(([, number = '']) => number));
  return regime.provisions.filter(({ cap, goods: own, decision }) => {
    if (cap === undefined) return false;
    if (numbers.size > 0 && !numbers.has(/^S\/RES\/(\d+)/.exec(decision)?.[1] ?? '')) return false;
    const scope = cap.goods ?? own;
    return scope !== undefined && goods.some((one) => matchScope(compileScope(scope), one) === 'yes');
  });
}

const vocabularyOf = memoized(({ goods, goodsQualifiers }: Regime) => indexGoods(goods, goodsQualifiers));

/** Limits set by other bodies than the Council. */
const OTHERS_LIMIT = /\b(?:G-?7|OPEC|European Union|E\.?U\.?|price cap)(?=\W|$)/;
/** A limit for a year: what a paragraph set for a quarter of one is another. */
const YEARLY = /\b(?:a|per|each|every) year\b|\b(?:annual|yearly|annually)\b/i;

function limitsOn(periods: NonNullable<Provision['cap']>['periods'], date: string, yearly: boolean): readonly Limit[] {
  const asked = yearly ? periods.filter(({ everyMonths }) => everyMonths === 12) : periods;
  const running = asked.filter((period) => period.from <= date && (period.until === undefined || date <= period.until));
  // A limit that is announced for the coming period is what the news speaks of in the days before it begins.
  const coming = asked.filter((period) => period.from > date && period.from <= addMonths(date, 1));
  return (running.length > 0 ? running : coming).flatMap((period) => period.limits);
}
