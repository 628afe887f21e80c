import { resourceYaml } from '../../core/prepared-yaml.ts';
import type { ReadContent } from './read-content.ts';
import type { Block, Span, Unread } from './text-layer.ts';

/** A reserve stands at the head of its paper, or in a note at its foot. */
const HEAD = 6;
const FOOT = 2;
/** Labels stand in the first lines, and a line of more words beside them tells of something else. */
const LABELLED = 3;
const MOST_BESIDE = 4;
/** So much of the reserve is quoted. */
const LONGEST_QUOTED = 100;

/**
 * What a paper says of itself by which it tells nothing as so: a draft that nobody checked, an exercise, a tale, invented events, a
 * letter printed as a fake; or the name of a sheet. No claim is read from it, since whoever printed it did not make one.
 */
export function reservedIn(content: ReadContent): readonly Unread[] {
  const whole = reserveOfAll(content);
  return whole === null ? [sheetsReserved(content), sectionsReserved(content)].flatMap((one) => one ?? []) : [whole];
}

function reserveOfAll({ text, blocks, title, sheets }: ReadContent): Unread | null {
  const prose = blocks.filter(({ kind }) => kind !== 'table-cell').map((block) => said(text, block));
  // The headings of a workbook are the names of its sheets, each of that sheet alone.
  const lines = sheets === undefined ? prose.slice(0, LABELLED).flatMap((block) => block.split('\n')) : [];
  const heads = [...(title == null ? [] : [title]), ...lines];
  const around = [...prose.slice(0, HEAD), ...prose.slice(HEAD).slice(-FOOT)];
  const reserve =
    heads.find((line) => isLabel(line, tables().labels) || tables().tale.test(line)) ??
    around.flatMap(sentencesOf).find((sentence) => tables().own.test(sentence) || tables().content.test(sentence)) ??
    (around.some((block) => PRINTED.test(block)) ? heads.find((line) => tables().fake.test(line)) : undefined);
  if (reserve === undefined) return null;
  return {
    what: 'reserve',
    whole: true,
    words: `under a reserve of its own (“${shortened(reserve)}”), so that no claim is read from it`,
  };
}

function sheetsReserved({ blocks, sheets = [] }: ReadContent): Unread | null {
  const names = new Set(sheets.filter((name) => isLabel(name, tables().sheets)));
  const spans = blocks.filter(({ cell }) => cell !== undefined && names.has(sheets[cell.table] ?? ''));
  return partReserved('by their names sheets', names, spans);
}

/** "Myth 3", "Hypotheses", "The case for the Prosecution": what stands below is said to be weighed, and by others than the author. */
function sectionsReserved({ text, blocks }: ReadContent): Unread | null {
  const names = new Set<string>();
  let isReserved = false;
  const spans = blocks.filter((block) => {
    if (block.kind === 'heading' || block.kind === 'title') {
      const heading = said(text, block);
      isReserved = isSectionLabel(heading);
      if (isReserved) names.add(shortened(heading));
    }
    return isReserved;
  });
  return partReserved('by their headings parts', names, spans);
}

function partReserved(which: string, names: ReadonlySet<string>, spans: readonly Span[]): Unread | null {
  if (spans.length === 0) return null;
  const quoted = [...names].map((name) => `“${name}”`).join(', ');
  return {
    what: 'reserve',
    whole: false,
    words: `${which} of it are not to be taken as told (${quoted}); no claim is read from them`,
    spans: spans.map(({ start, end }) => ({ start, end })),
  };
}

/** The whole of a heading, or what stands in it before a colon. */
function isSectionLabel(heading: string): boolean {
  const [label = ''] = heading.split(/[:–—]|\s-\s/);
  const words = label
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[\s\d.()]*(?:[a-z][.)]\s+|the\s+)?|[\s\d.#]+$/g, '')
    .replace(/\s+/g, ' ');
  return tables().sections.has(words);
}

/** "We print it in full": what is called a fake at the head stands below as it was written. */
const PRINTED =
  /\b(?:print|reprint|reproduce|publish|show|give)(?:s|ed)? (?:it|its text|the (?:whole |full )?(?:text|letter|document|paper))\b|\bin full\b|\bthe (?:full )?text (?:of it )?(?:reads|runs|is below|follows)\b|\bit reads\b/i;

const said = (text: string, { start, end }: Block): string => text.slice(start, end).trim();

function sentencesOf(paragraph: string): string[] {
  const words = /\p{Ll}/u.test(paragraph) ? paragraph : paragraph.toLowerCase();
  return words.replace(/\s+/g, ' ').split(/(?<=[.!?]["”’)]?)\s+/);
}

/** "DRAFT - NOT CHECKED", "EXERCISE EXERCISE EXERCISE", "Exercise 4", "Draft, 3 May 2024": and no "Draft resolution on the ban". */
function isLabel(line: string, labels: ReadonlySet<string>): boolean {
  const parts = line
    .toLowerCase()
    .split(/\s[-–—]+\s|[:;,.|()[\]*#/]+/)
    .map((part) =>
      part
        .replace(/\b\d+\b/g, ' ')
        .trim()
        .replace(/\s+/g, ' '),
    )
    .filter((part) => /\p{L}/u.test(part));
  const isOne = (part: string) => labels.has(part) || labels.has(part.replace(/^(\S+)(?: \1)+$/u, '$1'));
  const beside = parts.filter((part) => !isOne(part)).flatMap((part) => part.split(' '));
  return parts.some(isOne) && beside.length <= MOST_BESIDE;
}

function shortened(reserve: string): string {
  const line = reserve.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_QUOTED ? line : `${line.slice(0, LONGEST_QUOTED - 1).trimEnd()}…`;
}

type Tables = {
  readonly labels: ReadonlySet<string>;
  readonly sheets: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
  /** "This message is part of the staff exercise": the paper of itself, and no "This report is about an exercise". */
  readonly own: RegExp;
  /** "All events in it are invented": of what stands in the paper, and said by nobody else. */
  readonly content: RegExp;
  /** "From our list: “The Run”, a thriller by Olga Reed". */
  readonly tale: RegExp;
  /** "The letter is a fake". */
  readonly fake: RegExp;
};

let loaded: Tables | undefined;

function tables(): Tables {
  if (loaded !== undefined) return loaded;
  const lists = resourceYaml('documents/text/reserves.yaml') as Record<string, string[]>;
  const any = (name: string): string => `(?:${lists[name]!.join('|')})`;
  const papers = any('papers');
  loaded = {
    labels: new Set(lists.labels),
    sheets: new Set([...lists.labels!, ...lists.sheets!]),
    sections: new Set(lists.sections),
    own: new RegExp(
      `^(?:[Tt]his|[Tt]he (?:present|following)|[Ww]hat follows|[Tt]hese)(?: ${papers})? (?:is|are|was|forms?) (?:(?:only|just|purely|merely) )?(?:part of )?(?:(?:an?|the|our) )?(?:(?!(?:on|about|of|in|by|to|for|after|and|or|not|no) )[\\p{L}-]+ ){0,3}?${any('makings')}(?: \\p{Lu}[^.]{0,40})?(?:[.,;:!)]|$| and | for | which | that )`,
      'u',
    ),
    content: new RegExp(
      `^(?:(?:all|every|none of|both|half of|most of|some of)(?: of)?(?: the| these)? ${any('contents')}(?: and [a-z]+)?(?: (?:in|of|on|here) ?(?:it|this|the|below)?(?: ${papers})?)?|the (?:${any('contents')}|names and ${any('contents')}) (?:in|of) (?:it|this ${papers})) (?:is|are|was|were) (?:all |wholly |entirely |purely )?${any('unreal')}(?:[.!;]|$| for | by )|^any (?:resemblance|likeness|similarity) (?:to|with)\\b`,
      'iu',
    ),
    tale: new RegExp(
      `^(?:["“‘']|from\\b|an? (?:excerpt|extract)\\b|excerpt\\b|extract\\b|chapter\\b|preview\\b).{0,120}\\b(?:an?|the|our|new) (?:new )?${any('tales')} (?:by|from) (?:\\p{Lu}[\\p{L}.'’-]* ?){1,4}\\W*$`,
      'iu',
    ),
    fake: new RegExp(
      `^(?:the|this|a|an) (?:[\\p{L}’'-]+ ){0,3}?${papers}(?: [^.!?]{0,40})? (?:is|was) (?:an? )?(?:[a-z]+ )?(?:fake|forgery|forged|hoax|fabrication|invention|counterfeit)\\W*$`,
      'iu',
    ),
  };
  return loaded;
}
