import { printableText } from '../../../figures/drawing/markup.ts';
import { writeDate, writePeriod } from '../../../figures/drawing/words.ts';
import { claimantName } from '../../../findings/model/claimant-name.ts';
import { KIND_WORDS } from '../../../tracks/words/event-words.ts';
import type { ReportEvent, ReportShipClaim, ReportTracks } from '../../model/tracks.ts';
import { type Inline, type ManuscriptBlock, textOf } from '../manuscript.ts';
import type { Writer } from '../writer.ts';

/** The files of ships' positions that events rest on, and the events that were judged relevant and stand in no finding. */
export function composeTracks(
  { files, events, stated = [] }: ReportTracks,
  writer: Writer,
): readonly ManuscriptBlock[] {
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
            caption: 'Files of positions',
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
    ...composeShipClaims(stated, writer),
  ];
}

/** What claims state of ships, each beside what their tracks show. */
function composeShipClaims(all: readonly ReportShipClaim[], writer: Writer): readonly ManuscriptBlock[] {
  const printed = new Set(writer.model.claims.map(({ id }) => id));
  const stated = all.filter(({ claim }) => printed.has(claim));
  if (stated.length === 0) return [];
  return [
    {
      kind: 'heading',
      id: 'tracks-stated',
      text: 'Calls and meetings that claims state, beside the tracks',
      aside: null,
    },
    {
      kind: 'table',
      dense: true,
      caption:
        'Claims that give the numbers of ships and days, beside the positions received; that nothing was received says nothing for a claim or against it',
      head: ['Claimant', 'Days stated', 'What the positions show'],
      rows: stated.map(({ claim, kind, days, words, takenBack = [] }) => [
        [...textOf(`${claimantName(writer.claim(claim).claimant)}, of a ${kind}`), writer.claimNote(claim)],
        textOf(writePeriod(days) ?? ''),
        [
          ...textOf(words),
          ...takenBack
            .filter((one) => printed.has(one.claim))
            .flatMap((one): Inline[] => [
              ...textOf(` Another passage names the same and says “${printableText(one.words)}”; it may be of this`),
              writer.claimNote(one.claim),
              ...textOf('.'),
            ]),
        ],
      ]),
    },
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
