import { formatDecimal } from '../../core/decimal.ts';
import { writeDate } from '../../figures/drawing/words.ts';
import type { Prose, ReportCounts } from '../../report/model/model.ts';
import { countInDigits, numberWord, writeList } from '../../report/model/words.ts';
import type { Derived } from '../derivation/derive.ts';

export function intakeSentence(derived: Derived, counts: ReportCounts, asOf: string): Prose {
  const { documents } = derived;
  const late = documents.filter(({ published }) => published !== null && published > asOf);
  const after =
    late.length === 0
      ? ''
      : ` ${late.length === 1 ? 'One of the documents was' : `${countInDigits(late.length, 'document')} of them were`} published after ${writeDate(asOf)}, the day of this report: ${writeList(late.map((document) => `${documentTitle(document)} (${writeDate(document.published ?? asOf)})`))}.`;
  const { refused } = counts;
  return `This report rests on ${countInDigits(counts.documents, 'document')} with ${countInDigits(counts.claims, 'claim')}, made under ${countInDigits(counts.claimants, 'name')}${
    refused === 0
      ? '.'
      : `; ${countInDigits(refused, 'entry', 'entries')} of the dossier ${refused === 1 ? 'was' : 'were'} refused and ${refused === 1 ? 'is' : 'are'} listed in an annex.`
  }${unreadSentence(counts)}${reviewSentence(counts)}${markedSentence(derived)}${after}`;
}

/** What lies in the documents and nobody has read: said beside the number of claims, which is otherwise taken for all there is. */
function unreadSentence({ unread, partlyRead }: ReportCounts): string {
  if (unread + partlyRead === 0) return '';
  const whole =
    unread === 0 ? [] : [`${numberWord(unread)} ${unread === 1 ? 'gives' : 'give'} no claim that the program reads`];
  const partly =
    partlyRead === 0 ? [] : [`${numberWord(partlyRead)} ${partlyRead === 1 ? 'is' : 'are'} read only in part`];
  return ` Of the documents, ${writeList([...whole, ...partly])}; an annex says which and why.`;
}

/** Whether a person has looked at what the program read: said on the first page, since nobody reads an annex first. */
function reviewSentence({ claims, unreviewed }: ReportCounts): string {
  if (claims === 0) return '';
  if (unreviewed === claims)
    return ` No person has reviewed ${claims === 1 ? 'this claim' : 'any of these claims'}: ${claims === 1 ? 'it stands' : 'they stand'} as the program read ${claims === 1 ? 'it' : 'them'}.`;
  if (unreviewed === 0) return ' Each claim was reviewed by a person.';
  return ` Of these claims, ${formatDecimal(String(unreviewed))} ${unreviewed === 1 ? 'stands' : 'stand'} as the program read ${unreviewed === 1 ? 'it' : 'them'}; a person has reviewed the rest.`;
}

/** Whoever is about to publish must see on the first page that somebody asked for less. */
function markedSentence({ documents }: Derived): string {
  const markings = documents.flatMap(({ custody }) => custody.handling.marking ?? []);
  if (markings.length === 0) return '';
  const one = markings.length === 1;
  return ` ${one ? 'One document came' : `${countInDigits(markings.length, 'document')} came`} marked by whoever handed ${one ? 'it' : 'them'} over (${writeList([...new Set(markings)])}): this report quotes ${one ? 'it' : 'them'}, and whether it may go that far is for its editors to settle.`;
}

function documentTitle({ custody, layer }: Derived['documents'][number]): string {
  return custody.origin.title ?? layer.title ?? custody.origin.fileName;
}
