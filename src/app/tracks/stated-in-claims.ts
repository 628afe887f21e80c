import type { Claim } from '../../claims/model/claim.ts';
import type { StatedCall, StatedShip } from '../../tracks/detection/stated-call.ts';
import type { StatedMeeting } from '../../tracks/detection/stated-meeting.ts';
import type { Port } from '../../tracks/places/port.ts';

type Days = Pick<StatedCall, 'from' | 'to'>;

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
  const isMeeting =
    predicate === 'ship-to-ship-transferred' ||
    (predicate === 'transferred' && /\bship[- ]to[- ]ship\b/i.test(quote)) ||
    (predicate === 'said' && saysMet(one, other, quote));
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

function splitAt(text: string, name: string): readonly string[] {
  const at = text.indexOf(name);
  return at < 0 ? [] : [text.slice(0, at), text.slice(at + name.length)];
}

/** Whether somebody says that it took place, and nobody who looked at it said no. */
function isAsserted({ polarity, modality, factuality, status }: Claim): boolean {
  return (
    polarity === 'asserts' &&
    factuality === undefined &&
    (modality === 'states' || modality === 'assesses' || modality === 'alleges') &&
    status !== 'rejected' &&
    status !== 'withdrawn'
  );
}

/** Port and days must stand in the words that are quoted: whoever reads the row sees what was compared. */
function isShown({ quote, basis }: Claim, part: 'when' | 'destination', text: string | null): boolean {
  return text !== null && quote.includes(text) && (basis?.[part] ?? 'open') !== 'open';
}

function statedDays(claim: Claim): Days | null {
  const { from, to, raw } = claim.when;
  if (from === null || to === null || !isShown(claim, 'when', raw)) return null;
  return { from: Date.parse(`${from}T00:00:00Z`) / 1000, to: Date.parse(`${to}T23:59:59Z`) / 1000 };
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
