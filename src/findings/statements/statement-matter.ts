import type { Claim } from '../../claims/model/claim.ts';
import { countriesIn } from '../../claims/names/mentioned-country.ts';
import { daysBetween } from '../../core/time/calendar.ts';
import type { Decision, Regime } from '../../regime/model/regime.ts';
import type { StatementContext } from './statement-check.ts';

/**
 * What tells that a statement is of this regime: its own sentence, or only the document in which it stands. A sentence that is read by
 * its document may be of another matter of those days: it can be found right, and is never called wrong.
 */
export type StatementMatter = 'sentence' | 'document';

/** Whose other States a sentence may name and still be of the regime: those that act, or that voted. */
type Acting = (country: string) => boolean;

/**
 * Of which regime a statement is, by its own words; null where it names another State, or resolutions of which none is the regime's, or
 * where neither it nor its document names the regime.
 */
export function matterOf(
  claim: Claim,
  { regime, aboutRegime }: StatementContext,
  acting: Acting = actingIn(claim),
): StatementMatter | null {
  const named = countriesNamed(claim);
  // Who tells of another State's regime is no part of it; who tells of a panel without saying whose may mean their own.
  const telling = named.includes(regime.target) ? tellersOf(claim) : new Set<string>();
  if (named.some((country) => country !== regime.target && !acting(country) && !telling.has(country))) return null;
  const numbers = resolutionsIn(claim.quote);
  const own = numbers.filter((number) => regime.decisions.some((decision) => numberOf(decision) === number));
  if (own.length < numbers.length) return null;
  if (named.includes(regime.target) || own.length > 0) return 'sentence';
  return aboutRegime() ? 'document' : null;
}

function countriesNamed({ quote, roles }: Claim): readonly string[] {
  return [quote, ...(roles.object ?? [])].flatMap((text) => countriesIn(text).map(({ country }) => country));
}

function tellersOf({ claimant, relay }: Claim): ReadonlySet<string> {
  return new Set(
    [claimant, ...relay].flatMap(({ name, country }) => [
      ...countriesIn(name).map((named) => named.country),
      ...(country === undefined ? [] : [country]),
    ]),
  );
}

function actingIn({ roles }: Claim): Acting {
  const acting = new Set((roles.agent ?? []).flatMap((name) => countriesIn(name).map(({ country }) => country)));
  return (country) => acting.has(country);
}

/** Those that voted on a decision, beside whoever acts in the claim. */
export function votingOn({ ballots }: Decision, claim: Claim): Acting {
  const members = new Set((ballots ?? []).flatMap(({ member }) => countriesIn(member).map(({ country }) => country)));
  const acting = actingIn(claim);
  return (country) => members.has(country) || acting(country);
}

const RESOLUTION = /\bresolutions?\s+(?:no\.?\s*)?(\d{3,4})(?:\s*\(\d{4}\))?/giu;

/** The numbers of the resolutions that a text names, each once. */
export function resolutionsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(RESOLUTION)].map(([, number = '']) => number))];
}

export function numberOf(decision: Decision): string {
  return /^S\/RES\/(\d+)/.exec(decision.id)?.[1] ?? '';
}

const MONTH = String.raw`(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?`;
const WRITTEN_DAY = new RegExp(
  String.raw`\b(?:\d{1,2}(?:st|nd|rd|th)?\s+${MONTH}|${MONTH}\s+\d{1,2}(?!\d)|\d{4}-\d\d-\d\d)`,
  'i',
);
/** A day without its year is known while it is news. */
const NEWS_DAYS = 31;

/** The one day that a claim gives, where its sentence says day, month and year, or the day is news; null where it was worked out. */
export function dayWritten({ when: { from, to, raw } }: Claim, published: string | null): string | null {
  if (from === null || from !== to || raw === null || !WRITTEN_DAY.test(raw)) return null;
  if (raw.includes(from.slice(0, 4))) return from;
  if (published === null) return null;
  const age = daysBetween(from, published);
  return age >= 0 && age <= NEWS_DAYS ? from : null;
}

/** Whether the time of a claim is told with its year. */
export function tellsYear({ when: { from, raw } }: Claim): boolean {
  return from !== null && (raw ?? '').includes(from.slice(0, 4));
}

/**
 * Whether two days can be one day of two places: it is the next day in Seoul when the Council votes in the afternoon, so that a
 * paper there gives the day after without an error.
 */
export function mayBeOneDay(decided: string, told: string): boolean {
  const days = daysBetween(decided, told);
  return days === 0 || days === 1;
}

/** Words for what was asked for, drafted or only possible: it is no statement about what was decided. */
export const NOT_DECIDED =
  /\b(?:would|could|should|might|may|if|propos\w+|sought|seeks?|want(?:s|ed)?|ask(?:s|ed)|urg\w+|demand\w*|suggest\w+|planned|expected)\b/i;

/** Whether a text names the Council or the Organization as the one whose decision is meant. */
export function namesCouncil(text: string): boolean {
  return /\bCouncil\b|\bU\.?N\.?(?=\W|$)|\bUnited Nations\b/.test(text);
}

/** The panel of a regime by its whole name, with nothing behind that makes it another body's: "the panel of experts on Libya". */
export function isPanelOf({ target }: Regime, phrase: string): boolean {
  const name = PANEL_AT_HEAD.exec(phrase)?.[0];
  if (name === undefined) return false;
  const rest = phrase.slice(name.length);
  return /^\W*$/.test(rest) || SANCTIONS_WORK.test(rest) || countriesIn(rest).some(({ country }) => country === target);
}

const PANEL_AT_HEAD =
  /^(?:(?:the|a|an|its|their|this|that)\s+)?(?:mandate\s+(?:of|for)\s+(?:the|its)\s+)?(?:(?:U\.?N\.?|United Nations|expert|sanctions|independent|1718|eight-member|(?:the )?Council['’]s)\s+)*panel(?:\s+of\s+(?:\w+\s+)?experts)?(?:['’]s)?(?:\s+(?:mandate|work|term))?(?=\W|$)/i;
/** What such a panel does, where no State is named: "monitoring the sanctions". */
const SANCTIONS_WORK =
  /^\s*(?:that|which|to|for|of|on|,)?\s*(?:monitor\w*|watch\w*|overs\w+|assist\w*)?\s*(?:the\s+)?(?:sanctions|1718)\b/i;
