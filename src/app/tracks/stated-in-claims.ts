import type { Claim } from '../../claims/model/claim.ts';
import { isPlainlyStated } from '../../findings/naming/set-aside.ts';
import type { StatedCall, StatedShip } from '../../tracks/detection/statements/stated-call.ts';
import type { StatedMeeting } from '../../tracks/detection/statements/stated-meeting.ts';
import type { Port } from '../../tracks/places/port.ts';
import { statedDays } from './stated-days.ts';

/** The call at a port that a claim states, or null where it does not state one that can be tested. */
export function statedCall(claim: Claim, ports: readonly Port[]): StatedCall | null {
  const { roles, quote } = claim;
  if (claim.predicate !== 'called-at' || !isAsserted(claim)) return null;
  const [vessel, ...others] = roles.vessel ?? [];
  const [destination, ...elsewhere] = roles.destination ?? [];
  if (vessel === undefined || others.length > 0 || destination === undefined || elsewhere.length > 0) return null;
  const port = isShown(claim, 'destination', destination) ? portNamed(destination, ports) : null;
  const [ship, days] = [shipNamed(vessel, quote), statedDays(claim)];
  return port === null || ship === null || days === null ? null : { ...ship, port, ...days };
}

/**
 * The meeting of two ships that a claim states: a transfer from ship to ship, or that one met the other; null where it states none that can be
 * tested. Where they are said to have met is not looked at: "off Cho-do" is no place that could be measured.
 */
export function statedMeeting(claim: Claim): StatedMeeting | null {
  const { predicate, roles, quote } = claim;
  const [one, other, ...more] = roles.vessel ?? [];
  if (one === undefined || other === undefined || more.length > 0 || !isAsserted(claim)) return null;
  const isTransfer =
    predicate === 'ship-to-ship-transferred' || (predicate === 'transferred' && /\bship[- ]to[- ]ship\b/i.test(quote));
  const isMeeting =
    (isTransfer && saysTransferBetween(one, other, quote)) || (predicate === 'said' && saysMet(one, other, quote));
  if (!isMeeting) return null;
  const [first, second, days] = [shipNamed(one, quote), shipNamed(other, quote), statedDays(claim)];
  return first === null || second === null || days === null ? null : { ships: [first, second], ...days };
}

/** "Pyol Hae (IMO 9000015) met the tanker Amber Heron": nothing but kind and flag may stand between the verb and the other ship. */
function saysMet(one: string, other: string, quote: string): boolean {
  const [, after = ''] = splitAt(quote, one);
  const between = splitAt(after, other)[0] ?? '';
  return /^[”"’']? ?\([^()]{0,120}\),? (?:met(?: up)?(?: with)?|rendezvoused with|(?:came|lay|moored) alongside)(?: (?:the|a|an))?(?: [\p{L}-]+){0,4} [“"‘']?$/u.test(
    between,
  );
}

/** Flag and kind before the name of a ship: "the DPRK-flagged oil tanker ", and nothing like "the crew of". */
const KIND =
  '(?:(?:the|a|an) )?(?:(?:\\p{Lu}[\\p{L}.-]*|[\\p{L}-]+-flagged|flagged|motor|oil|products?|cargo|chemical|merchant|fishing|vessel|ship|boat|tanker) ){0,5}[“"‘\']?';
const TRANSFER = '(?:[Ss]hip[- ]to[- ][Ss]hip|STS|[Tt]ransfer\\p{L}*|[Tt]rans-?ship\\p{L}*)';
/** What was transferred, when and where, as far as it can bring in nobody else: "of 500 tons of gas oil off Cho-do on 2 June". */
const OBJECT =
  "(?: (?:\\d[\\d.,]*|of|a|an|the|its|her|their|metric|tons?|tonnes?|barrels?|refined|crude|gas|fuel|diesel|petroleum|oil|products?|coal|iron|ore|sand|cargo|goods|operations?|transfers?|at sea|by|via|through|a number|took place|occurred|was|were|has been|carried out|conducted|made|seen|observed|ship[- ]to[- ]ship))*(?: (?:on|in|off|near|at) (?:the )?[\\p{Lu}\\d][\\p{L}\\d’'-]*(?: (?:of|\\p{Lu}[\\p{L}’'-]*|\\d+))*)*";
const NUMBERS = '^[”"’\']?(?:,? ?\\([^()]{0,120}\\))?,? ';
/** "A (IMO …) conducted a ship-to-ship transfer with the tanker B": the transfer, and the preposition right before the other ship. */
const THEN_OTHER = new RegExp(`${NUMBERS}([^;:()]*)\\b${TRANSFER}${OBJECT} (?:with|to|from) ${KIND}$`, 'u');
/** "a transfer between A (IMO …) and B", "a transfer from A (IMO …) to B". */
const BEFORE_BOTH = new RegExp(`\\b${TRANSFER}${OBJECT} (between|to|from|by) ${KIND}$`, 'u');
const JOINS_BOTH = new RegExp(`${NUMBERS}(and|with|to|from) ${KIND}$`, 'u');
/** What may bring in another ship or another clause before the transfer is named, so that the first ship need not be who made it. */
const TURNS =
  /\b(?:with|to|from|between|and|or|but|while|whereas|as|than|which|that|who|whose|when|after|before|not|never|vessels?|ships?|boats?|tankers?|craft)\b/iu;
const SEVERALLY = /\b(?:each|like|unlike|likewise|respectively|separately|similarly)\b/iu;
const WITH_OTHERS = /\bwith\b[^.;()]{0,80}\b(?:vessels?|ships?|boats?|tankers?)\b/iu;

/** Whether the words make the two ships counterparties: each of them may have met somebody else. */
function saysTransferBetween(one: string, other: string, quote: string): boolean {
  const [first, second] = quote.indexOf(one) <= quote.indexOf(other) ? [one, other] : [other, one];
  const [before, rest = ''] = splitAt(quote, first);
  const [between, after = ''] = splitAt(rest, second);
  if (before === undefined || between === undefined) return false;
  const behind = after.replace(/^[”"’']?(?:,? ?\([^()]{0,120}\))?/u, '');
  if ([before, behind].some((text) => WITH_OTHERS.test(text)) || SEVERALLY.test(quote) || /^[’'-]/u.test(behind))
    return false;
  const head = THEN_OTHER.exec(between)?.[1];
  if (head !== undefined) return !TURNS.test(head.replace(/\bship[- ]to[- ]ship\b/giu, ''));
  const preposition = BEFORE_BOTH.exec(before)?.[1];
  const joined = JOINS_BOTH.exec(between)?.[1];
  // "between A and B and others": who met whom is not said.
  if (preposition === 'between') return joined === 'and' && !/^,? (?:and|or|as well as)\b/u.test(behind);
  // "to A with B": the two may have taken it together.
  if (preposition === 'by') return joined === 'with' || joined === 'to' || joined === 'from';
  return (preposition === 'from' && joined === 'to') || (preposition === 'to' && joined === 'from');
}

function splitAt(text: string, name: string): readonly string[] {
  const at = text.indexOf(name);
  return at < 0 ? [] : [text.slice(0, at), text.slice(at + name.length)];
}

/**
 * Whether somebody says that it took place, and nobody who looked at it said no. "was reported to have called", "but the report was wrong" are
 * somebody else's statement, or one that is given up: laid beside a track, it would be refuted or borne out in the name of whoever passes it on.
 */
function isAsserted({ polarity, modality, factuality, status, quote }: Claim): boolean {
  return (
    isPlainlyStated(quote) &&
    polarity === 'asserts' &&
    factuality === undefined &&
    (modality === 'states' || modality === 'assesses' || modality === 'alleges') &&
    status !== 'rejected' &&
    status !== 'withdrawn'
  );
}

/** The port must stand in the words that are quoted: whoever reads the row sees what was compared. */
function isShown({ quote, basis }: Claim, part: 'destination', text: string): boolean {
  return quote.includes(text) && (basis?.[part] ?? 'open') !== 'open';
}

/** "Amber Heron (IMO 9000003, MMSI 351000001)": the numbers that stand beside the ship's own name. */
function shipNamed(vessel: string, quote: string): StatedShip | null {
  const after = quote.split(vessel).slice(1);
  const brackets = after.flatMap((text) => /^[”"’']?,? ?\(([^()]{0,120})\)/.exec(text)?.[1] ?? []);
  const imo = new Set(brackets.flatMap((text) => /\bIMO(?: number)?[:.]? ?(\d{7})\b/i.exec(text)?.[1] ?? []));
  const mmsi = new Set(brackets.flatMap((text) => /\bMMSI(?: number)?[:.]? ?(\d{9})\b/i.exec(text)?.[1] ?? []));
  if (imo.size + mmsi.size === 0 || imo.size > 1 || mmsi.size > 1) return null;
  return { imo: [...imo][0] ?? null, mmsi: [...mmsi][0] ?? null };
}

function portNamed(mention: string, ports: readonly Port[]): Port | null {
  const name = bareName(mention);
  const found = ports.filter((port) => bareName(port.name) === name);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** "the port of Nampo", "Nampo port" and "Nampo" are one name. */
function bareName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(?:the )?port of /, '')
    .replace(/ (?:port|harbou?r)$/, '')
    .replace(/ \(.*\)$/, '')
    .trim();
}
