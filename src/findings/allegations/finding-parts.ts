import type { Claim } from '../../claims/model/claim.ts';
import { countryName } from '../../core/countries/countries.ts';
import { canonicalJson } from '../../core/json/canonical-json.ts';
import { addDays } from '../../core/time/calendar.ts';
import { writePeriod } from '../../core/time/written-date.ts';
import { assess } from '../../regime/evaluation/assess.ts';
import type { Activity } from '../../regime/model/activity.ts';
import type { Regime } from '../../regime/model/regime.ts';
import { boundaryDates } from '../model/boundary.ts';
import { claimantName } from '../model/claimant-name.ts';
import type { Allegation, AssessmentChange, Dissent, FindingElement } from '../model/finding.ts';
import type { Hearing } from '../model/hearing.ts';
import { stanceOf } from '../model/reply-stance.ts';
import { deniesPart } from './denial.ts';

/** The allegation's first day, and the days up to its last, where the claims give one, on which the verdict or the monitor became another. */
export function changesOf(
  regime: Regime,
  activity: Activity,
  { from, to }: Allegation['period'],
): readonly AssessmentChange[] {
  const start = from ?? activity.date;
  // The day that is asked may lie behind the period that the claims give: a person can state it.
  const end = to === null || to > activity.date ? to : activity.date;
  const days = [start, ...boundaryDates(regime).filter((day) => day > start && (end === null || day <= end))];
  const changes: AssessmentChange[] = [];
  for (const date of days) {
    const { verdict, monitor } = assess(regime, { ...activity, date });
    const last = changes.at(-1);
    if (last && last.verdict === verdict && canonicalJson(last.monitor) === canonicalJson(monitor)) continue;
    changes.push({ date, verdict, monitor });
  }
  return changes;
}

/** The latest day, up to that of an activity, before which the same would have got another answer; null where the answer was always this. */
export function anotherAnswerBefore(regime: Regime, activity: Activity): string | null {
  const { verdict } = assess(regime, activity);
  const days = boundaryDates(regime).filter((day) => day <= activity.date);
  return days.findLast((day) => assess(regime, { ...activity, date: addDays(day, -1) }).verdict !== verdict) ?? null;
}

/** The claims behind a finding, and which of them speak to what. */
export type ElementGrounds = {
  readonly claims: readonly Claim[];
  /** Those of them that say that it took place; others speak to single elements alone. */
  readonly telling: readonly Claim[];
  readonly date: string;
  /** The time that a claim gives to what it alleges. */
  timeOf(claim: Claim): Allegation['period'];
  /** What the date is where no claim gives one: the day stated by whoever made the finding, or the day of publication. */
  readonly stated: boolean;
  /** Of claims that give no time: before which day the answer would have been another. */
  readonly anotherBefore?: string | null;
  /** The claims of what is denied as a whole. */
  readonly disputed: readonly Claim[];
  speaking(claim: Claim, side: 'goods' | 'from' | 'to'): boolean;
};

/** What is to be shown, and which claims speak to it. */
export function elementsOf(
  allegation: Allegation,
  { claims, telling, date, timeOf, stated, anotherBefore = null, disputed, speaking }: ElementGrounds,
): readonly FindingElement[] {
  const element = (text: string, side: 'goods' | 'from' | 'to'): FindingElement => {
    const ids = allegation[side] === null ? [] : claims.filter((claim) => speaking(claim, side)).map(({ id }) => id);
    const known = ids.length > 0 ? 'asserted' : 'stated';
    return { text, state: allegation[side] === null ? 'open' : known, claims: ids };
  };
  const dated = telling.filter((claim) => writePeriod(timeOf(claim)) !== null);
  // No claim says what only follows from it: that side is open, whoever made the claims.
  const isInferred = allegation.inference !== null;
  const inferred = (text: string): FindingElement =>
    isInferred
      ? { text: `${text} (inferred; none of these claims says so)`, state: 'open', claims: [] }
      : element(text, 'to');
  const sides =
    allegation.act === 'employment'
      ? [
          element(
            allegation.from === null
              ? 'Where those employed are from'
              : isInferred
                ? // "Pyongyang dispatched labourers": whose nationals they are is not said.
                  `Those sent are from ${countryName(allegation.from)}, or it sent them`
                : `Those employed are from ${countryName(allegation.from)}`,
            'from',
          ),
          allegation.to === null
            ? element('Where they are employed', 'to')
            : inferred(`They are employed in ${countryName(allegation.to)}`),
        ]
      : [
          element(allegation.goods === null ? 'What it was' : `It was: ${inSentence(allegation.goods)}`, 'goods'),
          element(
            allegation.from === null ? 'Where it came from' : `It came from ${countryName(allegation.from)}`,
            'from',
          ),
          allegation.to === null
            ? element('Who received it', 'to')
            : inferred(`It went to ${countryName(allegation.to)}`),
        ];
  return [
    ...sides,
    ...(dated.length > 0
      ? happened(isInferred ? 'What the claims tell of' : 'It', dated, timeOf)
      : [
          {
            text: stated
              ? `It happened on ${date}`
              : `When it happened; the law is asked as of ${date}, when the last of these claims was published${anotherBefore === null ? '' : `: for what happened before ${anotherBefore} the answer is another`}`,
            state: stated ? ('stated' as const) : ('open' as const),
            claims: [],
          },
        ]),
    // What only follows from the claims stands above as open.
    ...(isInferred ? [] : tookPlace(telling, disputed)),
  ];
}

/** When it happened, in the words of each: the time that one claim gives is none of another's. */
function happened(what: string, dated: readonly Claim[], timeOf: ElementGrounds['timeOf']): readonly FindingElement[] {
  const byTime = new Map<string, string[]>();
  for (const claim of dated) {
    const time = writePeriod(timeOf(claim)) ?? '';
    byTime.set(time, [...(byTime.get(time) ?? []), claim.id]);
  }
  if (byTime.size > MOST_TIMES)
    return [
      {
        text: `${what} happened at ${byTime.size} times, as the claims have them`,
        state: 'asserted',
        claims: dated.map(({ id }) => id),
      },
    ];
  return [...byTime].map(([time, claims]) => ({ text: `${what} happened ${time}`, state: 'asserted', claims }));
}

/** How many times of claims stand in rows of their own. */
const MOST_TIMES = 6;

/**
 * That it took place at all. A denial, or a doubt, is of the whole: whoever denies that shells went from one State to another
 * disputes neither where they are from nor what they are.
 */
function tookPlace(claims: readonly Claim[], disputed: readonly Claim[]): readonly FindingElement[] {
  const element = (text: string, state: FindingElement['state'], some: readonly Claim[]): FindingElement => ({
    text,
    state,
    claims: some.map(({ id }) => id),
  });
  const denied = new Set(disputed);
  const later = claims.filter((claim) => !denied.has(claim));
  if (claims.length === 0) return [element('It took place', 'stated', [])];
  if (disputed.length === 0) return [element('It took place', 'asserted', claims)];
  return [
    element('It took place', 'disputed', disputed),
    ...(later.length === 0 ? [] : [element('It took place, as was said after that was disputed', 'asserted', later)]),
  ];
}

/**
 * The claims of which somebody denies the whole, or that somebody could not confirm. Who denied in April has not denied what was
 * said in June of things that may have gone on.
 */
export function disputedClaims(
  allegation: Allegation,
  claims: readonly Claim[],
  denials: readonly Claim[],
  { replies }: Hearing,
  statedBy: (claim: Claim) => string,
): readonly Claim[] {
  if (replies.some((reply) => stanceOf(reply) === 'denies')) return claims;
  const whole = denials.filter((denial) => !deniesPart(denial, allegation, claims)).map(statedBy);
  const until = whole.sort().at(-1);
  const isDenied = (claim: Claim): boolean =>
    until !== undefined && (statedBy(claim) <= until || (claim.when.to !== null && claim.when.to <= until));
  const isDoubted = (claim: Claim): boolean => (claim.dissent ?? []).length > 0;
  return whole.length > 0 && !claims.some(isDenied)
    ? claims
    : claims.filter((claim) => isDenied(claim) || isDoubted(claim));
}

/** Denials, and doubts that a claim passes on. */
export function dissentsOf(claims: readonly Claim[], denials: readonly Claim[]): readonly Dissent[] {
  return [
    ...denials.map((claim) => ({ by: claimantName(claim.claimant), text: claim.quote, claim: claim.id })),
    ...claims.flatMap((claim) =>
      (claim.dissent ?? []).map(({ claimant, quote }) => ({
        by: claimantName(claimant),
        text: quote,
        claim: claim.id,
      })),
    ),
  ];
}

/** A name of the vocabulary inside a sentence: "Ballistic missile" loses its capital, "KN-23" and "UAV" keep theirs. */
export function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}
