import type { Snapshot } from '../../derivation/derivation.ts';
import { titleOf } from '../../derivation/document-title.ts';
import { documentsById } from '../../projection/claim-rows.ts';
import type { SubjectPassage } from '../../subjects/subject-line.ts';
import type { SubjectPassageView } from '../contract/subject.ts';

/** How much of the text around a name is shown. */
const AROUND = 120;

/** A passage with the text around it and what its document is. */
export function passageView(
  snapshot: Snapshot,
  { document, start, end }: Pick<SubjectPassage, 'document' | 'start' | 'end'>,
): SubjectPassageView {
  const read = documentsById(snapshot).get(document);
  const text = read?.layer.text ?? '';
  return {
    document,
    title: titleOf(read),
    source: read?.source.name ?? '',
    published: read?.published ?? null,
    start,
    end,
    before: textBefore(text, start).toWellFormed(),
    text: text.slice(start, end).toWellFormed(),
    after: textAfter(text, end).toWellFormed(),
  };
}

/** Cut at a blank, with a mark where something is left out. */
function textBefore(text: string, start: number): string {
  if (start <= AROUND) return text.slice(0, start);
  return `…${text.slice(start - AROUND, start).replace(/^\S*\s+/, '')}`;
}

function textAfter(text: string, end: number): string {
  if (end + AROUND >= text.length) return text.slice(end);
  return `${text.slice(end, end + AROUND).replace(/\s+\S*$/, '')}…`;
}

/** A number that stands right behind a name is seen with it. */
const TOGETHER = 40;

/** Passages one by one for reading: what is seen with the passage before it is left out. */
export function apart(passages: readonly SubjectPassage[]): readonly SubjectPassage[] {
  const kept: SubjectPassage[] = [];
  for (const passage of passages) {
    const before = kept.at(-1);
    if (before === undefined || before.document !== passage.document || passage.start - before.end > TOGETHER)
      kept.push(passage);
  }
  return kept;
}
