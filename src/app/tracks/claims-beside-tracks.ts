import type { Claim } from '../../claims/model/claim.ts';
import { TrackEvidence } from '../../tracks/detection/evidence.ts';
import { laySideBySide, type ShownCall, type StatedCall } from '../../tracks/detection/stated-call.ts';
import { builtInPorts, type Port } from '../../tracks/places/port.ts';
import { thresholdsWith } from '../../tracks/thresholds.ts';
import { callWords } from '../../tracks/words/call-words.ts';
import type { WorkspaceTracks } from './workspace-tracks.ts';

/** A claim that a ship called at a port, beside what her track shows. */
export type ClaimBesideTrack = ShownCall & {
  readonly claim: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly claimant: string;
  readonly quote: string;
  readonly port: Port;
  /** The days that are stated. */
  readonly days: { readonly from: string; readonly to: string };
  readonly words: string;
};

/**
 * Lays claims about calls at ports beside the tracks. Only where the claim itself gives the ship's number, the port and the days:
 * a name alone is no identity, and a time that was carried over from elsewhere is none that can be tested.
 */
export function claimsBesideTracks(
  claims: readonly Claim[],
  { set, events }: WorkspaceTracks,
): readonly ClaimBesideTrack[] {
  const calls = events.filter(({ kind }) => kind === 'port-call');
  const evidence = new TrackEvidence(set, thresholdsWith([]));
  const ports = builtInPorts();
  return claims.flatMap((claim) => {
    const stated = statedCall(claim, ports);
    const shown = stated === null ? null : laySideBySide(evidence, stated, calls);
    if (stated === null || shown === null) return [];
    const { id, document, start, end, claimant, quote, when } = claim;
    return [
      {
        ...shown,
        claim: id,
        document,
        start,
        end,
        claimant: claimant.name,
        quote,
        port: stated.port,
        days: { from: when.from ?? '', to: when.to ?? '' },
        words: callWords(shown, stated),
      },
    ];
  });
}

/** The call that a claim states, or null where it does not state one that can be tested. */
function statedCall(claim: Claim, ports: readonly Port[]): StatedCall | null {
  const { predicate, polarity, modality, factuality, status, roles, basis, when, quote } = claim;
  const isStated =
    predicate === 'called-at' &&
    polarity === 'asserts' &&
    factuality === undefined &&
    (modality === 'states' || modality === 'assesses' || modality === 'alleges') &&
    status !== 'rejected' &&
    status !== 'withdrawn';
  if (!isStated) return null;
  const [vessel, ...others] = roles.vessel ?? [];
  const [destination, ...elsewhere] = roles.destination ?? [];
  if (vessel === undefined || others.length > 0 || destination === undefined || elsewhere.length > 0) return null;
  // Port and days must stand in the words that are quoted: whoever reads the row sees what was compared.
  const isShown = (part: 'when' | 'destination', text: string | null) =>
    text !== null && quote.includes(text) && (basis?.[part] ?? 'open') !== 'open';
  if (!isShown('when', when.raw) || !isShown('destination', destination)) return null;
  const port = portNamed(destination, ports);
  const numbers = numbersBeside(vessel, quote);
  if (port === null || numbers === null || when.from === null || when.to === null) return null;
  const [from, to] = [Date.parse(`${when.from}T00:00:00Z`), Date.parse(`${when.to}T23:59:59Z`)];
  return { ...numbers, port, from: from / 1000, to: to / 1000 };
}

/** "Amber Heron (IMO 9000003, MMSI 351000001)": the numbers that stand beside the ship's own name. */
function numbersBeside(vessel: string, quote: string): Pick<StatedCall, 'imo' | 'mmsi'> | null {
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
