import { chance, type Dice, diceOf, pick, rare } from './dice.ts';
import { foreignSentences, LANGUAGES, type Language } from './languages.ts';
import { sentencesAbout } from './sentences.ts';

/** A document of a made archive, with what a dossier says of it. */
export type MadeDocument = {
  readonly file: string;
  readonly source: string;
  readonly published: string;
  readonly language: string;
  readonly text: string;
};

export type MadeSource = { readonly id: string; readonly name: string; readonly kind: string };

/** About how many words a document has. */
const WORDS = 400;
const A_PARAGRAPH = 4;

/** Outlets of an archive: new ones come rarely, as they do in a real one. */
export function madeSources(documents: number): readonly MadeSource[] {
  const count = 8 + Math.round(Math.sqrt(documents) / 2);
  return Array.from({ length: count }, (_, at) => ({
    id: `outlet-${at + 1}`,
    name: `${CITIES[at % CITIES.length]} ${TITLES[Math.floor(at / CITIES.length) % TITLES.length]}${at < 40 ? '' : ` ${at}`}`,
    kind: at % 4 === 3 ? 'ngo' : 'newsroom',
  }));
}

const CITIES = ['Dalian', 'Vladivostok', 'Seoul', 'Kyiv', 'Panama', 'Geneva', 'Tokyo', 'Singapore', 'Pretoria', 'Oslo'];
const TITLES = ['Observer', 'Courier', 'Shipping Gazette', 'Monitor'];

/**
 * An investigator's archive made by counting, so that the same number gives the same bytes: texts of one theme in five
 * languages, stories that are told again by others word for word or with another figure, and statistics in tables.
 */
export function* madeArchive(documents: number, seed = 1): Generator<MadeDocument> {
  const sources = madeSources(documents);
  const stories: { readonly text: string; readonly language: Language }[] = [];
  for (let at = 0; at < documents; at++) {
    const dice = diceOf(seed, at);
    const published = dayOf(dice);
    const source = pick(dice, sources).id;
    const number = String(at + 1).padStart(6, '0');
    if (at % 20 === 19) {
      yield { file: `table-${number}.csv`, source, published, language: 'en', text: tableOf(dice) };
      continue;
    }
    // One in ten passes on what another printed, under its own head; every second of these with nothing changed below it.
    const echoed = at > 50 && chance(dice, 0.1) ? pick(dice, stories) : undefined;
    const language = echoed?.language ?? (chance(dice, 0.75) ? 'en' : pick(dice, LANGUAGES));
    const text = echoed?.text ?? storyOf(dice, language, published, documents);
    if (echoed === undefined) stories[at % 500] = { text, language };
    const told = echoed !== undefined && chance(dice, 0.5) ? text.replace(/\d{2,}/, (figure) => `${figure}0`) : text;
    yield {
      file: `report-${number}.txt`,
      source,
      published,
      language,
      text: `${headOf(language, number)}\n\n${told}\n`,
    };
  }
}

function headOf(language: Language, number: string): string {
  return { en: 'Report', fr: 'Rapport', ru: 'Доклад', ko: '보고서', zh: '报告' }[language].concat(` ${number}`);
}

function storyOf(dice: Dice, language: Language, published: string, documents: number): string {
  const sentences: string[] = [];
  for (let words = 0; words < WORDS; ) {
    const sentence =
      language === 'en'
        ? pick(dice, sentencesAbout(dice, published, documents))
        : pick(dice, foreignSentences(dice, language));
    sentences.push(sentence);
    // Han and hangul write more with fewer blanks.
    words += language === 'zh' ? sentence.length / 2 : sentence.split(/\s+/).length;
  }
  const paragraphs: string[] = [];
  const between = language === 'zh' ? '' : ' ';
  for (let at = 0; at < sentences.length; at += A_PARAGRAPH)
    paragraphs.push(sentences.slice(at, at + A_PARAGRAPH).join(between));
  return paragraphs.join('\n\n');
}

function tableOf(dice: Dice): string {
  const year = 2015 + Math.floor(dice() * 10);
  const rows = Array.from({ length: 12 }, (_, month) =>
    [
      `${year}-${String(month + 1).padStart(2, '0')}`,
      'China',
      'North Korea',
      pick(dice, ['coal', 'seafood', 'iron ore']),
      Math.floor(rare(dice) * 9000) + 10,
    ].join(','),
  );
  return `month,importer,exporter,goods,tonnes\n${rows.join('\n')}\n`;
}

function dayOf(dice: Dice): string {
  const month = String(1 + Math.floor(dice() * 12)).padStart(2, '0');
  const day = String(1 + Math.floor(dice() * 28)).padStart(2, '0');
  return `${2015 + Math.floor(dice() * 10)}-${month}-${day}`;
}
