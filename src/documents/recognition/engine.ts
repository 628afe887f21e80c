import { z } from 'zod';
import { askedLanguage, type InstalledLanguage, installedRecognition, languageData, loadEngine } from './installed.ts';

/** The part of the engine's interface that is used here (tesseract.js-core). */
type Api = {
  Init(path: null, languages: string, mode: number): number;
  SetVariable(name: string, value: string): boolean;
  SetImageFile(orientation: number, angle: number): number;
  SetRectangle(left: number, top: number, width: number, height: number): void;
  AnalyseLayout(): unknown;
  Recognize(monitor: null): number;
  GetJSONText(): string;
  End(): void;
};
type Engine = {
  readonly TessBaseAPI: new () => Api;
  readonly FS: { writeFile(path: string, data: Uint8Array): void; unlink(path: string): void };
  destroy(object: Api): void;
};

/** Long short-term memory networks alone: the data of the packages holds nothing else. */
const LSTM_ONLY = 1;
/**
 * Ways of looking for text (PageSegMode): in columns and blocks, in one block, in one line. The first loses lines of short
 * pages, and the second runs columns into each other: the second counts only where the first has lost much.
 */
const IN_COLUMNS = '3';
const ONE_BLOCK = '6';
const MUCH_MORE = 1.1;
const SINGLE_LINE = '7';
/** Lines that tell the language of a page, and whether it is one: to read a photograph whole takes minutes. */
const SAMPLE_LINES = 8;
/** A page that reads with this confidence is in the language tried. Text in another script reads at 30 to 50. */
const CERTAIN = 80;
/** Below this nothing on the picture is text that can be told: a photograph, or a script that is not installed. */
const LEAST = 50;

const box = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });
/** Before it is read, a line has a place and no text. */
const textOrNone = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
const numberOrNone = z
  .number()
  .nullish()
  .transform((number) => number ?? 0);
const word = z.object({ text: textOrNone, confidence: numberOrNone, bbox: box });
const line = z.object({
  bbox: box,
  text: textOrNone,
  words: z.array(word),
  rowAttributes: z.object({ rowHeight: numberOrNone }),
});
const answer = z.object({
  blocks: z.array(z.object({ paragraphs: z.array(z.object({ lines: z.array(line) })).optional() })).nullish(),
});

export type SeenWord = z.infer<typeof word>;
/** `words` may be single syllables of Korean or Chinese; where blanks stand, `text` tells. */
export type SeenLine = { readonly text: string; readonly words: readonly SeenWord[]; readonly height: number };

/** What was recognised in one picture: paragraphs of lines of words, in pixels of the picture. */
export type SeenPage = {
  /** The data that it was read with: "kor+eng". */
  readonly languages: string;
  /** Mean of the words by their length, of 100. */
  readonly confidence: number;
  readonly paragraphs: readonly (readonly SeenLine[])[];
};

/** Reads pictures one by one. What came before leaves no trace: each picture gives the same text in any order. */
export type PageRecognizer = {
  /**
   * Text in a picture, in whichever installed language it reads best; null where none of it can be told with any certainty.
   * @param orientation of EXIF, 1 to 8
   * @throws Error for a picture that cannot be unpacked
   */
  recognize(picture: Uint8Array, orientation?: number): SeenPage | null;
};

/**
 * @param asked languages that somebody asks for; else whichever of the installed ones reads best
 * @returns null where the packages are not installed
 * @throws DocumentError `unsupported` for a language that is not installed
 */
export async function openRecognizer(asked?: string): Promise<PageRecognizer | null> {
  const installed = installedRecognition();
  if (installed === null) return null;
  const chosen = asked === undefined ? null : askedLanguage(asked, installed);
  const start = loadEngine() as (options: object) => Promise<Engine>;
  const engine = await start({ print: silent, printErr: silent, TesseractProgress: silent });
  const loaded = new Set<string>();
  const load = (code: string): void => {
    const language = installed.languages.find((one) => one.code === code);
    if (language === undefined || loaded.has(code)) return;
    engine.FS.writeFile(`./${code}.traineddata`, languageData(language));
    loaded.add(code);
  };
  // An engine learns from page to page: one of its own for each question keeps the text a function of the picture.
  const ask = <Answer>({ asked }: InstalledLanguage, orientation: number, question: (api: Api) => Answer): Answer => {
    for (const code of asked.split('+')) load(code);
    const api = new engine.TessBaseAPI();
    try {
      if (api.Init(null, asked, LSTM_ONLY) !== 0) throw new Error(`the data for ${asked} cannot be used`);
      if (api.SetImageFile(orientation, 0) !== 0) throw new Error('the picture cannot be unpacked');
      return question(api);
    } finally {
      api.End();
      engine.destroy(api);
    }
  };
  const languageOf = (
    languages: readonly InstalledLanguage[],
    first: InstalledLanguage,
    orientation: number,
  ): InstalledLanguage | null => {
    const lines = ask(first, orientation, linesIn);
    const sample = lines.filter((_, at) => at % Math.ceil(lines.length / SAMPLE_LINES) === 0);
    return likeliest(languages, (one) => ask(one, orientation, (api) => certaintyOf(api, sample)));
  };
  return {
    recognize(picture, orientation = 1) {
      const [first] = installed.languages;
      if (first === undefined) return null;
      engine.FS.writeFile('/input', picture);
      try {
        const language = chosen ?? languageOf(installed.languages, first, orientation);
        if (language === null) return null;
        const [columns, block] = [IN_COLUMNS, ONE_BLOCK].map((way) =>
          ask(language, orientation, (api) => {
            api.SetVariable('tessedit_pageseg_mode', way);
            return pageOf(language.asked, recognized(api));
          }),
        ) as [SeenPage, SeenPage];
        const page = lettersIn(block) > lettersIn(columns) * MUCH_MORE ? block : columns;
        // Who asks for a language sees what it gives, however bad.
        return page.confidence < LEAST && chosen === null ? null : page;
      } finally {
        engine.FS.unlink('/input');
      }
    },
  };
}

/** The language in which some lines read best; null where they read as text in none. */
function likeliest(
  languages: readonly InstalledLanguage[],
  certaintyIn: (language: InstalledLanguage) => number,
): InstalledLanguage | null {
  let best: { readonly language: InstalledLanguage; readonly certainty: number } | null = null;
  for (const language of languages) {
    const certainty = certaintyIn(language);
    if (certainty > (best?.certainty ?? 0)) best = { language, certainty };
    if (certainty >= CERTAIN) break;
  }
  return best === null || best.certainty < LEAST ? null : best.language;
}

/** Where lines of text may be, before any is read: a photograph has some too. */
function linesIn(api: Api): readonly Line[] {
  api.SetVariable('tessedit_pageseg_mode', ONE_BLOCK);
  api.AnalyseLayout();
  return paragraphsOf(api)
    .flat()
    .filter(({ bbox: { x0, x1, y0, y1 } }) => x1 - x0 > y1 - y0 && y1 > y0);
}

/** How well some lines read: the mean of the better half, since a stamp or a fold takes others away. */
function certaintyOf(api: Api, lines: readonly Line[]): number {
  api.SetVariable('tessedit_pageseg_mode', SINGLE_LINE);
  const certainties = lines.map(({ bbox: { x0, y0, x1, y1 } }) => {
    api.SetRectangle(x0, y0, x1 - x0, y1 - y0);
    const words = recognized(api).flatMap((paragraph) => paragraph.flatMap((one) => one.words));
    return confidenceOf(words);
  });
  const better = certainties.sort((a, b) => b - a).slice(0, Math.ceil(certainties.length / 2));
  return better.reduce((sum, one) => sum + one, 0) / Math.max(1, better.length);
}

type Line = z.infer<typeof line>;

function recognized(api: Api): readonly (readonly Line[])[] {
  if (api.Recognize(null) !== 0) throw new Error('the picture cannot be read');
  return paragraphsOf(api);
}

function paragraphsOf(api: Api): readonly (readonly Line[])[] {
  const { blocks } = answer.parse(JSON.parse(api.GetJSONText()));
  return (blocks ?? []).flatMap(({ paragraphs = [] }) => paragraphs.map(({ lines }) => lines));
}

/** Letters and figures that are read with some certainty. */
function lettersIn({ paragraphs }: SeenPage): number {
  return paragraphs
    .flat()
    .flatMap(({ words }) => words)
    .reduce((sum, { text, confidence }) => sum + (confidence < LEAST ? 0 : text.length), 0);
}

/** Of words, weighed by their length. */
function confidenceOf(words: readonly SeenWord[]): number {
  const length = words.reduce((sum, { text }) => sum + text.length, 0);
  return length === 0 ? 0 : words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / length;
}

function pageOf(languages: string, read: readonly (readonly Line[])[]): SeenPage {
  const paragraphs = read.map((lines) =>
    lines
      .map(
        ({ text, words, rowAttributes }): SeenLine => ({
          text: withoutBlanks(text),
          words: words.filter((one) => one.text.trim() !== ''),
          height: rowAttributes.rowHeight,
        }),
      )
      // Specks and rules of a table are read as dots and dashes: a line without a letter or a figure says nothing.
      .filter(({ text }) => /[\p{L}\p{N}]/u.test(text)),
  );
  return {
    languages,
    confidence: Math.round(confidenceOf(paragraphs.flat().flatMap(({ words }) => words))),
    paragraphs: paragraphs.flatMap(bySize),
  };
}

/** By how much lines differ in size that are no one paragraph: a heading stands close above its text. */
const OTHER_SIZE = 1.35;

function bySize(lines: readonly SeenLine[]): readonly (readonly SeenLine[])[] {
  const groups: SeenLine[][] = [];
  for (const one of lines) {
    const last = groups.at(-1)?.at(-1);
    const ratio = last === undefined ? Number.POSITIVE_INFINITY : one.height / Math.max(1, last.height);
    if (ratio > OTHER_SIZE || ratio < 1 / OTHER_SIZE) groups.push([one]);
    else groups.at(-1)?.push(one);
  }
  return groups;
}

/** Data for Chinese and Japanese set a blank between every two signs, where their print has none. */
function withoutBlanks(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，」』）》]) (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，「『（《])/gu,
      '',
    );
}

function silent(): void {}
