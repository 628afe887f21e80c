import { writeDate } from '../../figures/drawing/words.ts';
import type { FindingEvent, SupposedLaw } from '../../findings/model/track-evidence.ts';
import { redFlagsOf } from '../../tracks/redflags/red-flag.ts';
import { KIND_WORDS } from '../../tracks/words/event-words.ts';
import type { ReportFinding } from '../model/model.ts';
import { verdictWords, writeList } from '../model/words.ts';
import { composeEventMap } from './annexes/compose-tracks.ts';
import { type Inline, type ManuscriptBlock, textOf } from './manuscript.ts';
import type { Writer } from './writer.ts';

/**
 * The events in ships' tracks that were taken into a finding: what positions show, the rows it rests on, and what the law of that day
 * would say if more held than they show.
 */
export function composeEvents({ events = [], made }: ReportFinding, writer: Writer): readonly ManuscriptBlock[] {
  if (events.length === 0) return [];
  const who = made === null ? '' : ` by choice of ${made.by}`;
  return [
    writer.paragraph(
      `Beside the claims stand ${events.length === 1 ? 'an event' : `${events.length} events`} in ships' tracks,${who}. An event is what positions show as they were received; it changes nothing of the status above.`,
    ),
    ...events.flatMap((event) => [
      writer.paragraph(shown(event), event.isGone ? { tone: 'alert', lines: ['Source', 'withheld'] } : null),
      ...mapOf(event, writer),
      { kind: 'list' as const, items: [...flagItems(event), basisItem(event)] },
    ]),
    ...composeLaw(events, writer),
  ];
}

function mapOf({ event }: FindingEvent, writer: Writer): readonly ManuscriptBlock[] {
  const map = writer.model.tracks?.events.find((one) => one.event.id === event.id)?.map ?? null;
  return map === null ? [] : [composeEventMap(map, writer)];
}

function shown({ event, words, isGone }: FindingEvent): readonly Inline[] {
  return [
    { kind: 'strong', text: `${KIND_WORDS[event.kind]}. ` },
    ...textOf(words.join(' ')),
    ...(isGone ? textOf(' A file that it rests on was withheld since: the event stands as it was taken.') : []),
  ];
}

/** What the paragraphs of those days would say if more held than positions show: once, though several events may be touched. */
function composeLaw(events: readonly FindingEvent[], writer: Writer): readonly ManuscriptBlock[] {
  const said = new Map<string, { readonly law: SupposedLaw; readonly days: Set<string> }>();
  for (const { event, law } of events)
    for (const one of law) {
      const key = `${one.supposing} ${one.paragraphs.map(({ provision, effect }) => `${provision} ${effect}`).join(' ')}`;
      const known = said.get(key) ?? { law: one, days: new Set() };
      known.days.add(event.from.slice(0, 10));
      said.set(key, known);
    }
  if (said.size === 0) return [];
  const items = [...said.values()].map(({ law: { supposing, paragraphs }, days }) => [
    ...textOf(`In force on ${writeList([...days].sort().map(writeDate))}, ${supposing}: `),
    ...paragraphs.flatMap(({ provision, effect, text }, at) => [
      ...textOf(at === 0 ? '' : ' '),
      ...writer.provision(provision),
      ...textOf(` (${effect === 'duty' ? 'a duty of States' : verdictWords(effect).toLowerCase()}): ${text}`),
    ]),
  ]);
  return [
    writer.paragraph(
      'What the measures of those days would say if more held than the positions show; whether it does, they do not show:',
    ),
    { kind: 'list', items },
  ];
}

function flagItems({ event }: FindingEvent): readonly (readonly Inline[])[] {
  const flags = redFlagsOf(event);
  if (flags.length === 0) return [];
  return [
    textOf(
      `Red flags of advisories that look like this, which are reasons to look and no more: ${flags.map(({ says, cites }) => `${says} (${cites.join('; ')})`).join('; ')}.`,
    ),
  ];
}

function basisItem({ event, lists }: FindingEvent): readonly Inline[] {
  const thresholds = Object.entries(event.parameters).map(([name, value]) => `${name.replaceAll('-', ' ')} ${value}`);
  const measured = thresholds.length === 0 ? '' : `, measured by ${writeList(thresholds)}`;
  const against = lists.map(({ name, sha256 }) => `${name} (SHA-256 ${sha256.slice(0, 12)})`);
  return [
    ...textOf(`Rests on `),
    ...event.rows.flatMap(({ file, document, first, last }, at): readonly Inline[] => [
      ...textOf(at === 0 ? '' : ', '),
      { kind: 'file', text: file },
      ...textOf(` (${first === last ? `row ${first}` : `rows ${first} to ${last}`}; SHA-256 ${document.slice(7, 19)})`),
    ]),
    ...textOf(
      `; rule ${event.rule}${measured}${against.length === 0 ? '' : `; held against ${writeList(against)}`}. Event ${event.id}.`,
    ),
  ];
}
