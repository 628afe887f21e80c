import type { Claim } from '../../claims/model/claim.ts';
import { countriesIn } from '../../claims/names/mentioned-country.ts';
import type { Decision, Mandate, Regime } from '../../regime/model/regime.ts';
import { agreement, type StatementRule } from './statement-check.ts';

const RESOLUTION = /\bresolutions?\s+(?:no\.?\s*)?(\d{3,4})(?:\s*\((\d{4})\))?/giu;
const ADOPTING = /\b(?:adopt|pass|approv|agree|vote)\w*/i;

/**
 * "The Council adopted resolution 2397 on 22 December 2017": the day of a decision, where the claim states both. To name a resolution
 * is no statement about it, whatever number is named.
 */
export const checkResolutionDate: StatementRule = (claim, { regime }) => {
  if (claim.predicate !== 'adopted' || claim.polarity === 'denies') return null;
  const { from, to, raw } = claim.when;
  if (from === null || from !== to) return null;
  const named = [...(claim.roles.object ?? []), claim.quote].join(' ').matchAll(RESOLUTION);
  const numbers = new Set([...named].map(([, number = '']) => number));
  const [number] = numbers;
  const decision = numbers.size === 1 ? regime.decisions.find((one) => numberOf(one) === number) : undefined;
  if (decision === undefined || !decision.adopted || !ADOPTING.test(claim.quote)) return null;
  return {
    claim: claim.id,
    statement: `resolution ${number} adopted ${raw ?? from}`,
    relation: agreement(decision.date === from),
    fact: `${decision.id} was adopted on ${decision.date}`,
    reference: decision.id,
    source: decision.source,
    evidence: decision.evidence,
  };
};

/** A claim that names the target; or that names only who acted, in a document about the target. */
function speaksOfRegime(claim: Claim, regime: Regime, aboutRegime: () => boolean): boolean {
  const named = countriesIn(claim.quote).map(({ country }) => country);
  if (named.includes(regime.target)) return true;
  const acting = new Set((claim.roles.agent ?? []).flatMap((name) => countriesIn(name).map(({ country }) => country)));
  return named.every((country) => acting.has(country)) && aboutRegime();
}

function numberOf(decision: Decision): string {
  return /^S\/RES\/(\d+)/.exec(decision.id)?.[1] ?? '';
}

function yearOf(decision: Decision): string {
  return decision.date.slice(0, 4);
}

/** "adopted several sanctions in 2006", "sanctions since 2016": does a decision with measures stand in that time, and is it the first? */
export const checkAdoption: StatementRule = (claim, { regime, aboutRegime }) => {
  const { from, to } = claim.when;
  if (claim.polarity === 'denies' || from === null || !speaksOfMeasures(claim)) return null;
  // Of whose sanctions, and of which body's, must be said: every regime of the Council and every State has its own.
  if (!speaksOfRegime(claim, regime, aboutRegime) || OTHER_BODY.test(claim.quote)) return null;
  const tellsOfStart = SINCE.test(claim.quote) || FIRST.test(claim.quote);
  if (claim.predicate !== 'adopted' && !tellsOfStart) return null;
  // A resolution that is named is tested by its own day.
  if (!tellsOfStart && /\bresolutions?\s+(?:no\.?\s*)?\d{3,4}\b/i.test(claim.quote)) return null;
  const measures = decisionsWithMeasures(regime);
  const first = measures[0];
  if (first === undefined) return null;
  const within = measures.find((decision) => from <= decision.date && (to === null || decision.date <= to));
  // A day of which the data hold no decision may be another body's: it speaks against who told of it only if they name the Council.
  if (!tellsOfStart && within === undefined && !/\bCouncil\b/.test(claim.quote)) return null;
  // A State has had its own since a day of its own.
  if (tellsOfStart && countriesIn(claim.quote).some(({ country }) => country !== regime.target)) return null;
  const agrees = tellsOfStart ? yearOf(first) === from.slice(0, 4) : within !== undefined;
  // "under sanctions since 2013" may be told of one body or of one kind of goods: only of the target itself is the beginning known.
  if (!agrees && tellsOfStart && !ON_TARGET.test(claim.quote)) return null;
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

/** Bodies that impose sanctions of their own. */
const OTHER_BODY =
  /\b(?:European Union|E\.?U\.?|Treasury|OFAC|Washington|Seoul|Tokyo|Brussels|London|unilateral|autonomous|General Assembly|[Tt]he Assembly|[Pp]arliament|Congress)\b/;
/** Of the target as a whole: "sanctions on North Korea", "North Korea has been under sanctions", and not of its banks. */
const ON_TARGET =
  /\b(?:(?:against|on) (?:North Korea|the DPRK|the Democratic People['’]s Republic of Korea)(?![’']s|n)|(?<!\b(?:in|of|from|by) )(?:North Korea|the DPRK) has (?:been under|had)\b[^.;]{0,30}\bsanctions)/;
const MEASURE_WORDS = /\b(sanction|measure|embargo|restriction|resolution)s?\b/i;
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
export const checkCreation: StatementRule = (claim, { regime, aboutRegime }) => {
  if (claim.predicate !== 'created' || claim.polarity === 'denies' || claim.when.from === null) return null;
  if (!isPanelOfRegime(claim, regime, aboutRegime)) return null;
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
export const checkHalt: StatementRule = (claim, { regime, published, aboutRegime }) => {
  if (claim.predicate !== 'halted' || claim.polarity === 'denies') return null;
  if (!isPanelHalted(claim) || SUCCESSOR.test(claim.quote) || namesOthers(claim, regime)) return null;
  if (!speaksOfRegime(claim, regime, aboutRegime)) return null;
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
export const checkRenewal: StatementRule = (claim, { regime, published, aboutRegime }) => {
  if (claim.predicate !== 'renewed' || claim.polarity === 'denies') return null;
  if (!isPanelOfRegime(claim, regime, aboutRegime)) return null;
  // "would have extended": what did not happen is no statement about the mandate.
  if (/\bwould\b/i.test(claim.quote)) return null;
  const until = /\b(?:until|through|to|till)\b/i.test(claim.when.raw ?? '') ? claim.when.to : null;
  const said = published ?? until;
  if (until === null || said === null) return null;
  // An old story may tell of any renewal: one that gave this last day is meant, else the one that was news.
  const ending = panelMandates(regime).find(({ to }) => to === until);
  const current =
    ending ??
    panelMandates(regime)
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

/** Words by which another body than the regime's own panel is meant: the team that came after it, a panel that is proposed. */
const SUCCESSOR =
  /\b(?:successor|replac\w+|alternative|instead|in place of|new (?:body|mechanism|team|panel)|Multilateral Sanctions|MSMT|monitoring (?:team|mechanism)|similar)\b/i;
const PANEL_NAME = /\b(?:panel(?: of experts)?|experts? panel|group of experts|experts|monitors)\b/i;

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

/** Whether a claim names a State that is neither the target nor whoever acts: then the panel may be that of another regime. */
function namesOthers(claim: Claim, regime: Regime): boolean {
  const acting = new Set((claim.roles.agent ?? []).flatMap((name) => countriesIn(name).map(({ country }) => country)));
  return countriesIn(claim.quote).some(({ country }) => country !== regime.target && !acting.has(country));
}

/** Whether what a claim says was created or renewed is the panel of this regime, and no other body. */
function isPanelOfRegime(claim: Claim, regime: Regime, aboutRegime: () => boolean): boolean {
  const objects = claim.roles.object ?? [];
  const named = objects.length > 0 ? objects.join(' ') : claim.quote;
  const isBody = PANEL_NAME.test(named) || (/\bmandate\b/i.test(named) && PANEL_NAME.test(claim.quote));
  return isBody && !SUCCESSOR.test(claim.quote) && speaksOfRegime(claim, regime, aboutRegime);
}

function panelMandates(regime: Regime): readonly Mandate[] {
  return regime.mandates.filter((mandate) => mandate.kind === 'panel').sort((a, b) => (a.from < b.from ? -1 : 1));
}
