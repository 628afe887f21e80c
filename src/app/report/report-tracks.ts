import { setAsideBy } from '../../findings/naming/set-aside.ts';
import type { ReportTracks } from '../../report/model/tracks.ts';
import type { KeptEvent } from '../../tracks/detection/event/kept-event.ts';
import { eventWords } from '../../tracks/words/event-words.ts';
import type { Derived } from '../derivation/derive.ts';
import { silentProgress } from '../progress.ts';
import { type ClaimBesideTrack, claimsBesideTracks } from '../tracks/claims-beside-tracks.ts';
import { eventMap } from '../tracks/event-map.ts';
import { type TracksHeld, trackSetIn } from '../tracks/workspace-tracks.ts';

/**
 * The events in tracks that people judged relevant or took into findings, with their maps and the files that hold their positions, and the
 * claims that are laid beside the tracks; null where there is none. An event that nobody judged is no part of a report.
 */
export async function reportTracks(
  record: TracksHeld['record'],
  { claims, evidence, findings }: Derived,
): Promise<ReportTracks | null> {
  const judged = [...evidence.eventJudgements.values()].filter(({ judgement }) => judgement === 'relevant');
  const taken = findings.flatMap(({ events = [] }) => events);
  const events = new Map<string, KeptEvent>();
  for (const { event } of [...judged, ...taken]) events.set(event.id, event);
  const beside = await claimsBesideTracks({ record }, evidence, claims, silentProgress);
  if (events.size + beside.length === 0) return null;
  const { files, set } = await trackSetIn(record, evidence, silentProgress);
  const documents = new Set([...events.values()].flatMap(({ rows }) => rows.map(({ document }) => document)));
  const setAside = claims.flatMap(({ id, quote }) => {
    const words = setAsideBy(quote);
    return words === null ? [] : [{ id, quote, words }];
  });
  const stated = beside.map((one) => {
    const { claim, kind, outcome, days, words } = one;
    const takenBack = setAside.filter(({ id, quote }) => id !== claim && namesTheSame(quote, one));
    return {
      claim,
      kind,
      outcome,
      days,
      words,
      ...(takenBack.length === 0
        ? {}
        : { takenBack: takenBack.map(({ id, words: said }) => ({ claim: id, words: said })) }),
    };
  });
  const ordered = [...events.values()].sort((a, b) => (a.from < b.from || (a.from === b.from && a.id < b.id) ? -1 : 1));
  return {
    files: files
      // All files were asked about what is claimed.
      .filter(({ document }) => stated.length > 0 || documents.has(document))
      .map(({ name, document, custody, read }) => ({
        name,
        document,
        source: evidence.sources.get(custody.origin.source ?? '')?.name ?? null,
        positions: read.positions,
        skipped: read.skipped.reduce((sum, { count }) => sum + count, 0),
      })),
    events: ordered.map((event) => {
      const verdict = judged.find((one) => one.event.id === event.id);
      const isHeld = event.rows.every(({ document }) => files.some((file) => file.document === document));
      return {
        event,
        words: eventWords(event),
        judged:
          verdict === undefined ? null : { by: verdict.by, at: verdict.at, act: verdict.act, reason: verdict.reason },
        // Without its file nothing is drawn: other files may tell of another ship under the number.
        map: isHeld ? eventMap(set, event) : null,
      };
    }),
    ...(stated.length === 0 ? {} : { stated }),
  };
}

/** Whether a passage gives the numbers of all ships of a claim, and its port. */
function namesTheSame(quote: string, { vessels, port }: ClaimBesideTrack): boolean {
  return (
    vessels.every(({ imo, mmsi }) => [imo, mmsi].some((number) => number !== null && quote.includes(number))) &&
    (port === null || quote.includes(port.name))
  );
}
