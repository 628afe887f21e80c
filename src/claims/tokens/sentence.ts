import type { Span } from '../../documents/text/text-layer.ts';

/** Abbreviations that a name or number follows: a full stop after them never ends a sentence. */
const BEFORE_NAME = new Set(
  'mr mrs ms dr prof gen lt col maj adm capt cmdr sgt sen sens rep reps gov govs lieut retd cllr hon st mt ft pres sec amb rev fr supt det messrs brig cpl pvt vs cf approx para paras art arts fig figs pp p vol ch ed eds op res doc e.g i.e viz al nos mv m.v ca'.split(
    ' ',
  ),
);

/** Abbreviations that may end a sentence: they do so only before a word that opens one. */
const MAY_END = new Set(
  'co ltd inc corp jr sr etc dept assn bros plc llc pte a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun u.s u.n u.k u.s.a e.u d.c d.p.r.k r.o.k p.r.c u.a.e'.split(
    ' ',
  ),
);

const OPENERS = new Set(
  'the a an in on at it he she they we i this that these those but and however moreover meanwhile according after before since while when as if its his her their there both such some many most one two three several other another officials experts analysts earlier later last also for from with by to although though despite under between during what who why how no not all each any so then russia china north south ukraine japan britain france'.split(
    ' ',
  ),
);

const CLOSERS = '"”’\')]»';

/**
 * Sentences of a block of text as spans. Line breaks inside a sentence are kept; a line that ends with closing
 * punctuation before a line that opens with a capital or quotation mark ends its sentence, and so does an empty line.
 */
export function splitSentences(text: string, block: Span): Span[] {
  const spans: Span[] = [];
  let start = skipBlank(text, block.start, block.end);
  for (let i = start; i < block.end; i++) {
    const char = text[i]!;
    let cut = -1;
    if (char === '\n' && /\n[ \t\r]*\n/.test(text.slice(i, Math.min(i + 8, block.end)))) cut = i;
    else if (char === '.' || char === '!' || char === '?' || char === '…') {
      let end = i + 1;
      while (end < block.end && (CLOSERS.includes(text[end]!) || text[end] === '.')) end++;
      if (isSentenceEnd(text, start, i, end, block.end)) cut = end;
      else if (end > i + 1) i = end - 1;
    } else if (char === '•' || char === '▪') {
      if (i > start) cut = i;
      else start = skipBlank(text, i + 1, block.end);
    }
    if (cut >= 0) {
      pushTrimmed(spans, text, start, cut);
      start = skipBlank(text, cut, block.end);
      i = Math.max(i, start - 1);
    }
  }
  pushTrimmed(spans, text, start, block.end);
  return spans.flatMap((span) => cutLong(text, span));
}

function isSentenceEnd(text: string, start: number, dot: number, end: number, limit: number): boolean {
  if (end >= limit) return true;
  // A footnote number or bracketed reference glued to the stop ("shells.12 The") still ends it.
  const rest = text.slice(end, Math.min(end + 60, limit));
  // Pages that lost their line breaks: "the military.Senior members".
  if (
    end === dot + 1 &&
    text[dot] === '.' &&
    /(?:\p{L}\p{Ll}{2}|\b(?:19|20)\d\d)$/u.test(text.slice(Math.max(start, dot - 5), dot))
  )
    if (/^\p{Lu}(?:\p{Ll}+|\.)?[\s’']/u.test(rest) && !/[/@]|www/.test(text.slice(Math.max(start, dot - 30), dot + 20)))
      return true;
  const next = /^(?:\d{1,3}(?=\s)|\[\d{1,3}\])?(\s+)(["“‘'([«—–-]*\s?)(\S+)/u.exec(rest);
  if (!next) return false;
  const word = next[3]!;
  if (text[dot] !== '.') return !/^\p{Ll}/u.test(word);
  if (/^\p{Ll}/u.test(word)) return false;
  const before = /[\p{L}\p{N}.&/]*$/u.exec(text.slice(Math.max(start, dot - 24), dot))?.[0] ?? '';
  // "the troops.Rep. Lee": a page that lost its line break before a title.
  const stem = before
    .toLowerCase()
    .replace(/^\.+/, '')
    .replace(/^\p{L}{4,}\./u, '');
  // "Executive Order (E.O.) 13685": what is in brackets is an abbreviation, and no end.
  if (text[dot + 1] === ')' && /^(\p{L}\.)+\p{L}$/u.test(stem)) return OPENERS.has(word.toLowerCase());
  if (end > dot + 1) return !/^\p{Ll}/u.test(word);
  // "12.8 Gbps", "3.5 Tonnes": the point of a number, but for a note after a year ("in 2017.12 The Panel").
  if (/\d$/.test(before) && /^\d/.test(rest)) return /^(?:19|20)\d\d$/.test(before) && OPENERS.has(word.toLowerCase());
  // "No. 12", "registration No. MNV-2281".
  if (stem === 'no') return !/\d/.test(word);
  if (BEFORE_NAME.has(stem)) return false;
  // "U.S. IT companies": capitals throughout are an abbreviation.
  const isShort = /^\p{Lu}{2}$/u.test(word);
  const opens = (!isShort && OPENERS.has(word.toLowerCase().replace(/[^\p{L}]/gu, ''))) || /["“‘'«]/.test(next[2]!);
  if (MAY_END.has(stem) || /^(\p{L}\.)+\p{L}$/u.test(stem)) return opens && !isName(stem, rest.trimStart());
  // An initial: "John F. Kennedy", "C. I.". A single letter closes a sentence only before an opener ("vitamin C. The").
  if (/^\p{Lu}$/u.test(before)) return opens && !/^\p{Lu}\./u.test(word);
  // Paragraph numbers and list marks: "45. The Panel".
  if (/^\d{1,3}$/.test(before) && dot - before.length <= start) return false;
  return true;
}

/** "U.S. Russia expert" is one sentence only when what follows is no plain opener such as "The". */
function isName(stem: string, rest: string): boolean {
  return /^u\.[sn]$/.test(stem) && /^(North|South|Security|Officials|Under[ -]Secretary)\b/.test(rest);
}

/** Longer than any sentence that is one: tables and lists run together, or an attack on the program. */
const LONGEST_SENTENCE = 4000;

function cutLong(text: string, span: Span): Span[] {
  if (span.end - span.start <= LONGEST_SENTENCE) return [span];
  const parts: Span[] = [];
  for (let start = span.start; start < span.end; ) {
    let end = Math.min(start + LONGEST_SENTENCE, span.end);
    const blank = end < span.end ? text.lastIndexOf(' ', end) : -1;
    if (blank > start) end = blank;
    pushTrimmed(parts, text, start, end);
    start = end + (blank > start ? 1 : 0);
  }
  return parts;
}

function skipBlank(text: string, from: number, limit: number): number {
  let i = from;
  while (i < limit && /\s/.test(text[i]!)) i++;
  return i;
}

function pushTrimmed(spans: Span[], text: string, start: number, end: number): void {
  let to = end;
  while (to > start && /\s/.test(text[to - 1]!)) to--;
  if (to > start) spans.push({ start, end: to });
}
