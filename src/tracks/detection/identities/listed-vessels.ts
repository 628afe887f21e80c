import type { CalendarDate } from '../../../core/time/calendar.ts';
import type { Entity } from '../../../entities/entity.ts';
import { isShipNumber } from '../../../entities/imo.ts';
import { MATCHES, type MatchedBy, type VesselList } from '../../identity/vessel-list.ts';
import { mmsiText } from '../../reading/report-line.ts';
import type { FoundEvent, RowSpan } from '../event/event.ts';
import type { TrackEvidence } from '../event/evidence.ts';

/** How and when a ship answered to a listed one. */
type Answer = {
  readonly entity: Entity;
  readonly how: MatchedBy;
  readonly from: number;
  readonly to: number;
  readonly first: RowSpan;
  readonly last: RowSpan;
  /** The number as sent, where it is not the listed one. */
  readonly sentImo?: string;
};

/** Ships on lists, as the lists stood on the day of the report: by number, by a number that can be painted to it, by MMSI, or by name and call sign together. */
export function findListedVessels(evidence: TrackEvidence, list: VesselList): FoundEvent[] {
  const found: FoundEvent[] = [];
  evidence.set.tracks.forEach((_, track) => {
    const byEntity = new Map<string, Answer[]>();
    for (const answer of answersOf(evidence, list, track)) {
      const known = byEntity.get(answer.entity.id);
      if (known === undefined) byEntity.set(answer.entity.id, [answer]);
      else known.push(answer);
    }
    for (const answers of byEntity.values()) found.push(eventOf(evidence, track, answers));
  });
  return found;
}

function* answersOf(evidence: TrackEvidence, list: VesselList, track: number): Generator<Answer> {
  const { tracks, positions } = evidence.set;
  const { mmsi, start, end } = tracks[track]!;
  const [row] = evidence.rows(start, start);
  const [lastRow] = evidence.rows(end - 1, end - 1);
  const from = positions.time[start]!;
  const to = positions.time[end - 1]!;
  // A vessel may be listed while it is under way: the last day decides, and the event begins with the listing.
  for (const entity of list.byMmsi(mmsiText(mmsi), dayOf(to)))
    yield { entity, how: 'mmsi', from, to, first: row!, last: lastRow! };
  let name: string | null = null;
  let callsign: string | null = null;
  for (const span of evidence.logs[track]!) {
    const { identity } = span;
    const day = dayOf(span.to);
    const common = {
      from: span.from,
      to: span.to,
      first: rowOf(evidence, span.first),
      last: rowOf(evidence, span.last),
    };
    if (identity.imo !== null) {
      for (const entity of list.byImo(identity.imo, day)) yield { entity, how: 'imo', ...common };
      for (const { entity } of list.byForgedImo(identity.imo, day))
        yield { entity, how: 'forged-imo', sentImo: identity.imo, ...common };
    }
    // AIS sends name and call sign of small craft in messages of their own.
    name = identity.name ?? name;
    callsign = identity.callsign ?? callsign;
    if (name !== null && callsign !== null)
      for (const entity of list.byNameAndCallsign(name, callsign, day))
        yield { entity, how: 'name-and-callsign', ...common };
  }
}

function eventOf(evidence: TrackEvidence, track: number, answers: readonly Answer[]): FoundEvent {
  const ways = MATCHES.filter((how) => answers.some((answer) => answer.how === how));
  const [how = 'imo', ...also] = ways;
  const own = answers.filter((answer) => answer.how === how);
  const { entity, sentImo } = own[0]!;
  const listedFrom = entity.listing?.listedOn ?? null;
  const first = own.reduce((least, answer) => (answer.from < least.from ? answer : least));
  const last = own.reduce((most, answer) => (answer.to > most.to ? answer : most));
  const from =
    listedFrom === null ? first.from : Math.max(first.from, Math.min(last.to, Date.parse(listedFrom) / 1000));
  const one = evidence.set.tracks[track]!;
  const row = Math.min(one.end - 1, evidence.firstFrom(one, from));
  return {
    kind: 'listed-vessel',
    vessels: [evidence.vessel(track, from)],
    from,
    to: last.to,
    ...evidence.place(row),
    parameters: {},
    rows: [first.first, last.last],
    details: {
      entityId: entity.id,
      how,
      also,
      caption: entity.caption,
      dataset: entity.dataset,
      asOf: dayOf(last.to),
      ...(sentImo === undefined ? {} : { sentImo, checkDigit: isShipNumber(sentImo) ? 'right' : 'wrong' }),
      listing: listingOf(entity),
    },
  };
}

function listingOf({ listing }: Entity): object | null {
  if (listing === null) return null;
  const { authority, program, reference, listedOn, delistedOn } = listing;
  return { authority, program, reference, listedOn, delistedOn };
}

function dayOf(seconds: number): CalendarDate {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

function rowOf(evidence: TrackEvidence, { file, row }: { file: number; row: number }): RowSpan {
  return { file: evidence.fileName(file), first: row, last: row };
}
