import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sha256Hex } from '../../core/hash.ts';
import { DocumentError } from '../document-error.ts';

/** The engine: a build that computes the same on every machine, unlike the one with relaxed vector operations. */
const ENGINE = 'tesseract.js-core/tesseract-core-simd-lstm';
const ENGINE_PACKAGE = 'tesseract.js-core';

/**
 * Languages by the code of their data, in the order in which they are tried. Korean, Chinese and Japanese pages hold Latin
 * letters too, and are read with the English data beside their own.
 */
const LANGUAGES = [
  { code: 'eng', name: 'English', script: 'Latin', alone: true },
  { code: 'kor', name: 'Korean', script: 'Hangul', alone: false },
  { code: 'chi_sim', name: 'Chinese (simplified)', script: 'Han', alone: false },
  { code: 'rus', name: 'Russian', script: 'Cyrillic', alone: true },
  { code: 'jpn', name: 'Japanese', script: 'Japanese', alone: false },
  { code: 'chi_tra', name: 'Chinese (traditional)', script: 'Han', alone: false },
  { code: 'ara', name: 'Arabic', script: 'Arabic', alone: true },
  { code: 'fas', name: 'Persian', script: 'Arabic', alone: true },
] as const;
export type RecognitionLanguage = (typeof LANGUAGES)[number]['code'];

/** Where Debian and others keep data, and where the engine's own variable says; Russian has no package of npm. */
const SYSTEM_FOLDERS = [
  ...(process.env.TESSDATA_PREFIX ? [process.env.TESSDATA_PREFIX] : []),
  '/usr/share/tesseract-ocr/5/tessdata',
  '/usr/share/tesseract-ocr/4.00/tessdata',
  '/usr/share/tessdata',
];

export type InstalledLanguage = {
  readonly code: RecognitionLanguage;
  /** What is asked of the engine: "kor+eng". */
  readonly asked: string;
  readonly script: string;
  /** Name and version of what the data came in. */
  readonly from: string;
  readonly file: string;
};

const require = createRequire(import.meta.url);

/** The program that recognises text, with what it can read; null where the package is not installed. */
export type Installed = { readonly engine: string; readonly languages: readonly InstalledLanguage[] };

let known: Installed | null | undefined;

/** What of the optional packages is there. Nothing is loaded and nothing fetched. */
export function installedRecognition(): Installed | null {
  if (known === undefined) known = findInstalled();
  return known;
}

function findInstalled(): Installed | null {
  const engine = packageAt(ENGINE_PACKAGE);
  if (engine === null) return null;
  const found = LANGUAGES.flatMap((language) => {
    const data = dataOf(language.code);
    return data === null ? [] : [{ ...language, ...data }];
  });
  const hasEnglish = found.some(({ code }) => code === 'eng');
  const languages = found.map(({ code, alone, script, from, file }) => ({
    code,
    script,
    from,
    file,
    asked: alone || !hasEnglish ? code : `${code}+eng`,
  }));
  return languages.length === 0 ? null : { engine: `${ENGINE_PACKAGE} ${engine.version}`, languages };
}

/**
 * The languages that somebody asks for ("kor+eng"), read together, instead of whichever reads best.
 * @throws DocumentError `unsupported` for one that is not installed
 */
export function askedLanguage(asked: string, { languages }: Installed): InstalledLanguage {
  const found = asked.split('+').map((code) => languages.find((one) => one.code === code.trim()));
  const missing = asked.split('+').filter((_, at) => found[at] === undefined);
  const [first] = found;
  if (missing.length > 0 || first === undefined)
    throw new DocumentError(
      'unsupported',
      `no data to read ${missing.join(', ') || 'nothing'} with; there is ${languages.map(({ code }) => code).join(', ')}, and npm install @tesseract.js-data/CODE adds others`,
    );
  return { ...first, asked: found.flatMap((one) => (one === undefined ? [] : [one.code])).join('+') };
}

/** What reads pictures, with the versions of all that decides what it reads: a part of the name of the reader. */
export function recognitionProgram(): string | null {
  const installed = installedRecognition();
  if (installed === null) return null;
  return [installed.engine, ...installed.languages.map(({ code, from }) => `${code} (${from})`)].join(', ');
}

/** "add tesseract.js-core and @tesseract.js-data/eng": what to do where nothing is installed. */
export function howToAdd(): string {
  return 'npm install tesseract.js-core @tesseract.js-data/eng (and kor, chi_sim) reads it';
}

/** @throws an error of the system where the package was removed meanwhile */
export function loadEngine(): unknown {
  return require(ENGINE);
}

/** The data of a language as the engine takes it. */
export function languageData({ file }: InstalledLanguage): Buffer {
  const bytes = readFileSync(file);
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

function dataOf(code: RecognitionLanguage): { readonly from: string; readonly file: string } | null {
  const name = `@tesseract.js-data/${code}`;
  const own = packageAt(name);
  if (own !== null) {
    // The small data of the package: a fifth of the size of the large, in whole numbers.
    const file = join(own.folder, '4.0.0_best_int', `${code}.traineddata.gz`);
    if (existsSync(file)) return { from: `${name} ${own.version}`, file };
  }
  const file = SYSTEM_FOLDERS.map((folder) => join(folder, `${code}.traineddata`)).find((one) => existsSync(one));
  if (file === undefined) return null;
  // Nothing but its bytes tells which data this is, and what is read depends on them.
  return { from: `tessdata ${sha256Hex(readFileSync(file)).slice(0, 12)}`, file };
}

function packageAt(name: string): { readonly folder: string; readonly version: string } | null {
  try {
    const manifest = require.resolve(`${name}/package.json`);
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
    return { folder: dirname(manifest), version };
  } catch {
    return null;
  }
}
