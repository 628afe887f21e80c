import { writeDate } from '../../figures/drawing/words.ts';
import { KIND_WORDS } from '../../tracks/words/event-words.ts';
import type { ReportEvent, ReportTracks } from '../model/tracks.ts';
import { type ManuscriptBlock, textOf } from './manuscript.ts';
import type { Writer } from './writer.ts';

/** The files of ships' positions that events rest on, and the events that were judged relevant and stand in no finding. */
export function composeTracks({ files, events }: ReportTracks, writer: Writer): readonly ManuscriptBlock[] {
  const inFindings = new Set(
    writer.model.findings.flatMap((finding) => (finding.events ?? []).map(({ event }) => event.id)),
  );
  const others = events.filter(({ event }) => !inFindings.has(event.id));
  return [
    {
      kind: 'paragraph',
      number: null,
      text: textOf(
        'Positions are those that ships sent of themselves (AIS) and that somebody received: they may be false, and what was not received says nothing of what was sent. Events were found by rules with the thresholds printed beside them, and judged by people; none accuses anybody.',
      ),
      aside: null,
    },
    ...(files.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            dense: true as const,
            caption: 'Files of positions that the events rest on',
            head: ['File', 'Source', 'Positions', 'Rows not used', 'SHA-256'],
            rows: files.map(({ name, source, positions, skipped, document }) => [
              [{ kind: 'file' as const, text: name }],
              textOf(source ?? 'not named'),
              textOf(positions.toLocaleString('en')),
              textOf(skipped.toLocaleString('en')),
              [{ kind: 'code' as const, text: document.slice(7, 23) }],
            ]),
          },
        ]),
    ...others.flatMap((event) => composeEvent(event, writer)),
  ];
}

function composeEvent({ event, words, judged, map }: ReportEvent, writer: Writer): readonly ManuscriptBlock[] {
  const who =
    judged === null
      ? ''
      : ` Judged relevant by ${judged.by} on ${writeDate(judged.at.slice(0, 10))} (act ${judged.act}): ${judged.reason.replace(/\.?$/, '.')}`;
  return [
    { kind: 'heading', id: `event-${event.id}`, text: KIND_WORDS[event.kind], aside: null },
    writer.paragraph(`${words.join(' ')}${who} Rule ${event.rule}, event ${event.id}.`),
    ...(map === null ? [] : [composeEventMap(map, writer)]),
  ];
}

/** The map of an event, under what it shows. */
export function composeEventMap(map: NonNullable<ReportEvent['map']>, writer: Writer): ManuscriptBlock {
  return writer.figure(`${map.title}. What it shows is where positions were received, and no more.`, {
    kind: 'track-map',
    input: map,
  });
}
