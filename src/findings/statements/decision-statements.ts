import type { Claim } from '../../claims/model/claim.ts';
import { countriesIn } from '../../claims/names/mentioned-country.ts';
import type { Decision, Mandate, Regime } from '../../regime/model/regime.ts';
import { agreement, type StatementContext, type StatementRule } from './statement-check.ts';
import {
  dayWritten,
  isPanelOf,
  matterOf,
  mayBeOneDay,
  NOT_DECIDED,
  namesCouncil,
  numberOf,
  resolutionsIn,
  tellsYear,
} from './statement-matter.ts';

const ADOPTING = /\b(?:adopt|pass|approv|agree|vote)\w*/i;
/** The resolution itself as what was adopted, and nothing that only carries it out. */
const ITSELF = /^(?:the\s+)?(?:(?:U\.?N\.?|United Nations|Security|Council|Security Council['’]s)\s+)*resolution\b/i;

/**
 * "The Council adopted resolution 2397 on 22 December 2017": the day of a decision, where the claim states both. To name a resolution
 * is no statement about it, whatever number is named.
 */
export const checkResolutionDate: StatementRule = (claim, { regime, published }) => {
  if (claim.predicate !== 'adopted' || claim.polarity === 'denies') return null;
  const { from, to, raw } = claim.when;
  if (from === null || from !== to) return null;
  const { object = [] } = claim.roles;
  const numbers = resolutionsIn([...object, claim.quote].join(' '));
  const [number] = numbers;
  const decision = numbers.length === 1 ? regime.decisions.find((one) => numberOf(one) === number) : undefined;
  if (decision === undefined || !decision.adopted || !ADOPTING.test(claim.quote)) return null;
  const agrees = decision.date === from;
  if (!agrees) {
    const isAdopted = object.some((name) => ITSELF.test(name) && resolutionsIn(name).includes(numberOf(decision)));
    const day = dayWritten(claim, published);
    if (!isAdopted || !namesCouncil(claim.quote) || day === null || mayBeOneDay(decision.date, day)) return null;
  }
  return {
    claim: claim.id,
    statement: `resolution ${number} adopted ${raw ?? from}`,
    relation: agreement(agrees),
    fact: `${decision.id} was adopted on ${decision.date}`,
    reference: decision.id,
    source: decision.source,
    evidence: decision.evidence,
  };
};

/** Whether a decision is of the time that is told: of its days, or of its year where a year or a beginning is told. */
function isWithin({ date }: Decision, { from, to }: Claim['when']): boolean {
  if (from === null) return false;
  return to === null ? date.slice(0, 4) === from.slice(0, 4) : from <= date && date <= to;
}

/**
 * "adopted several sanctions in 2006", "sanctions since 2016": does a decision with measures stand in that time, and is it the first?
 * Beside the decisions of the Council its Committee adds names, and States have measures of their own, so that only one statement can be
 * wrong: that the Council's sanctions on the target began in another year than the data have.
 */
export const checkAdoption: StatementRule = (claim, context) => {
  const { regime } = context;
  const { from, to } = claim.when;
  if (claim.polarity === 'denies' || from === null || !speaksOfMeasures(claim)) return null;
  // Of whose sanctions, and of which body's, must be said: every regime of the Council and every State has its own.
  const matter = matterOf(claim, context);
  if (matter === null || OTHER_BODY.test(claim.quote)) return null;
  const tellsOfStart = SINCE.test(claim.quote) || FIRST.test(claim.quote);
  if (claim.predicate !== 'adopted' && !tellsOfStart) return null;
  // A resolution that is named is tested by its own day.
  if (!tellsOfStart && resolutionsIn(claim.quote).length > 0) return null;
  const measures = decisionsWithMeasures(regime);
  const first = measures[0];
  if (first === undefined) return null;
  const within = measures.find((decision) => from <= decision.date && (to === null || decision.date <= to));
  // A State has had its own since a day of its own.
  if (countriesIn(claim.quote).some(({ country }) => country !== regime.target)) return null;
  if (!tellsOfStart && (within === undefined || !namesCouncil(claim.quote))) return null;
  const agrees = !tellsOfStart || isWithin(first, claim.when);
  if (!agrees) {
    // Of the target alone, of the Council's sanctions and of all of them the beginning is known.
    if (matter !== 'sentence' || !tellsYear(claim) || NOT_DECIDED.test(claim.quote)) return null;
    if (!COUNCILS_ON_TARGET.test(claim.quote)) return null;
  }
  const shown = agrees && within !== undefined ? within : first;
  return {
    claim: claim.id,
    statement: `measures adopted ${claim.when.raw ?? from}`,
    relation: agreement(agrees),
    fact:
      shown === first
        ? `sanctions overseen by a committee of the Council began with ${first.id}, adopted on ${first.date}`
        : `${shown.id} was adopted on ${shown.date}`,
    reference: shown.id,
    source: shown.source,
    evidence: shown.evidence,
  };
};

const TARGET =
  "(?<!\\b(?:in|of|from|by) )(?:North Korea|the DPRK|the Democratic People['’]s Republic of Korea)(?![’']s|n)";
const COUNCILS = String.raw`(?:U\.?N\.?|United Nations|Security Council|U\.?N\.? Security Council)`;
/** Bodies that impose sanctions of their own. */
const OTHER_BODY =
  /\b(?:European Union|E\.?U\.?|Treasury|OFAC|Washington|Seoul|Tokyo|Brussels|London|unilateral|autonomous|General Assembly|[Tt]he Assembly|[Pp]arliament|Congress|(?:[Ii]ts|[Tt]heir|[Oo]ur) own)\b/;
/**
 * The Council's sanctions on the target as a whole, as one that began: "North Korea has been under U.N. sanctions since 2016", and not
 * those on its banks, on its coal, or the latest.
 */
const COUNCILS_ON_TARGET = new RegExp(
  String.raw`\b${TARGET} has (?:been under|had)(?: the)? ${COUNCILS} sanctions(?: in place)? since\b|\b${COUNCILS} sanctions (?:against|on) ${TARGET} (?:have been in (?:place|force)|began|were first (?:imposed|adopted))\b`,
  'i',
);
const MEASURE_WORDS = /\b(sanction|measure|embargo|restriction)s?\b/i;
/** "sanctions have been in place since" tells when they began; "sanctions imposed since" speaks of later ones. */
const SINCE =
  /\b(?:sanctions?|embargo|restrictions)\b(?!\s+(?:(?:that|which)\s+were\s+)?(?:imposed|adopted|introduced|passed)\b).{0,80}\bsince\b/i;
/** "first imposed sanctions", "the first sanctions resolution". */
const FIRST =
  /\bfirst\s+(?:\w+\s+){0,3}(?:sanction|embargo|measure|restriction|impos|adopt|introduc)|\b(?:impos|introduc)\w*\s+(?:its\s+|the\s+|their\s+)?first\b/i;

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
export const checkCreation: StatementRule = (claim, context) => {
  const { regime } = context;
  if (claim.predicate !== 'created' || claim.polarity === 'denies' || claim.when.from === null) return null;
  const matter = panelMatter(claim, context);
  const first = panelMandates(regime)[0];
  if (matter === null || first === undefined) return null;
  const agrees = claim.when.from <= first.from && (claim.when.to === null || first.from <= claim.when.to);
  if (!agrees) {
    if (matter !== 'sentence' || !tellsYear(claim) || NOT_DECIDED.test(claim.quote)) return null;
    // Its members are named months after it was founded: another year alone is another thing than the data have.
    if (claim.when.from.slice(0, 4) <= first.from.slice(0, 4) && (claim.when.to ?? '9999') >= first.from.slice(0, 4))
      return null;
  }
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
export const checkHalt: StatementRule = (claim, context) => {
  const { regime, published } = context;
  if (claim.predicate !== 'halted' || claim.polarity === 'denies') return null;
  if (!isPanelHalted(claim) || SUCCESSOR.test(claim.quote) || matterOf(claim, context) === null) return null;
  const last = panelMandates(regime).at(-1);
  if (last === undefined || last.to === null || published === null) return null;
  const ends = last.to;
  const refused = regime.decisions.find(
    (decision) => !decision.adopted && decision.date <= ends && decision.date > last.from,
  );
  // Where the mandate was renewed after all, the claim may speak of another body's; and what was told before the vote is not of it.
  if (refused === undefined || published < refused.date) return null;
  const { from, to } = claim.when;
  if ((from !== null && from > ends) || (to !== null && to < refused.date)) return null;
  const after = regime.provisions.filter(
    ({ from, to, effect }) =>
      from <= ends && (to === null || to > ends) && effect !== 'establishes' && effect !== 'reaffirms',
  ).length;
  return {
    claim: claim.id,
    statement: 'the work of the panel ended',
    relation: 'agrees',
    fact: `the mandate of the ${last.body} ended on ${ends}; ${after} paragraphs of its measures stayed in force`,
    reference: `${last.instrument} ${last.paragraph}`,
    source: last.source,
    evidence: last.evidence,
  };
};

/** "extended the panel's mandate until 30 April 2024": the last day of the mandate that the claim's day falls on. */
export const checkRenewal: StatementRule = (claim, context) => {
  const { regime, published } = context;
  if (claim.predicate !== 'renewed' || claim.polarity === 'denies') return null;
  const matter = panelMatter(claim, context);
  // "would have extended": what did not happen is no statement about the mandate.
  if (matter === null || /\bwould\b/i.test(claim.quote)) return null;
  const { raw, to } = claim.when;
  const until = /\b(?:until|through|to|till)\b/i.test(raw ?? '') ? to : null;
  const said = published ?? until;
  if (until === null || said === null) return null;
  // An old story may tell of any renewal: one that gave this last day is meant, else the one that was news.
  const ending = panelMandates(regime).find((mandate) => mandate.to === until);
  const current =
    ending ??
    panelMandates(regime)
      .filter((mandate) => mandate.from <= said)
      .at(-1);
  if (current?.to == null) return null;
  const agrees = current.to === until;
  if (!agrees) {
    if (matter !== 'sentence' || !tellsYear({ ...claim, when: { from: until, to: until, raw } })) return null;
    // A day before the mandate that was news began is of an older one.
    if (NOT_DECIDED.test(claim.quote) || until <= current.from || !PERIOD_ENDS.test(raw ?? '')) return null;
  }
  return {
    claim: claim.id,
    statement: `mandate until ${until}`,
    relation: agreement(agrees),
    fact: `${current.instrument} ${current.paragraph} gives the ${current.body} a mandate until ${current.to}`,
    reference: `${current.instrument} ${current.paragraph}`,
    source: current.source,
    evidence: current.evidence,
  };
};

/** A last day that is told as a day: "until next spring" has none. */
const PERIOD_ENDS = /\b\d{1,2}\b.*\b(?:19|20)\d\d\b/;

/** Words by which another body than the regime's own panel is meant: the team that came after it, a panel that is proposed. */
const SUCCESSOR =
  /\b(?:successor|replac\w+|alternative|instead|in place of|new (?:body|mechanism|team|panel)|Multilateral Sanctions|MSMT|monitoring (?:team|mechanism)|similar)\b/i;

const PANEL = String.raw`(?:(?:U\.?N\.?|expert|sanctions)\s+)*(?:panel(?: of experts)?|group of experts)(?: on (?:North Korea|the DPRK))?`;
const PANEL_WORK = '(?:work|mandate|term|operations?|activit(?:y|ies)|monitoring)';
/** The panel itself or its work, and nothing that only has to do with it: "cooperation with the panel", "a panel discussion". */
const PANEL_ITSELF = new RegExp(
  `^(?:(?:the|its|their) )?(?:${PANEL}|${PANEL_WORK} of (?:the )?${PANEL}|${PANEL}['’]s? ${PANEL_WORK})$`,
  'i',
);
const ITS_WORK = new RegExp(`^(?:(?:the|its|their) )?${PANEL_WORK}$`, 'i');

/** Whether what a claim says was halted is a panel or its work: the object, or who ended it without one. */
function isPanelHalted({ roles: { agent = [], object = [] } }: Claim): boolean {
  if (object.some((name) => PANEL_ITSELF.test(name))) return true;
  return agent.some((name) => PANEL_ITSELF.test(name)) && object.every((name) => ITS_WORK.test(name));
}

/** Of which regime the panel is that a claim says was created or renewed; null where it is no panel of this regime. */
function panelMatter(claim: Claim, context: StatementContext): ReturnType<typeof matterOf> {
  const { object = [] } = claim.roles;
  if (object.length === 0 || !object.every((name) => isPanelOf(context.regime, name))) return null;
  return SUCCESSOR.test(claim.quote) ? null : matterOf(claim, context);
}

function panelMandates(regime: Regime): readonly Mandate[] {
  return regime.mandates.filter((mandate) => mandate.kind === 'panel').sort((a, b) => (a.from < b.from ? -1 : 1));
}
