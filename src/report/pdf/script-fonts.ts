import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A package of fonts, and the name of the face in it. */
type FontPackage = { readonly package: string; readonly family: string };

const KOREAN: FontPackage = { package: '@embedpdf/fonts-kr', family: 'Noto Sans Korean' };
const CHINESE: FontPackage = { package: '@embedpdf/fonts-sc', family: 'Noto Sans S Chinese' };
const JAPANESE: FontPackage = { package: '@embedpdf/fonts-jp', family: 'Noto Sans Japanese' };
const ARABIC: FontPackage = { package: '@embedpdf/fonts-arabic', family: 'Noto Naskh Arabic' };

/** A script that the compiler's own faces do not hold, and the packages whose faces do: the first is the one to add. */
type Script = { readonly name: string; readonly letters: RegExp; readonly packages: readonly FontPackage[] };

/**
 * Han comes first: its face is then the one that every ideograph of a name is set in. Ideographic punctuation and full-width
 * forms go with it. The Arabic comma and question mark are common to several scripts, hence the extensions.
 */
const SCRIPTS: readonly Script[] = [
  {
    name: 'Han',
    letters: /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u,
    packages: [CHINESE, JAPANESE, KOREAN],
  },
  { name: 'Japanese kana', letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, packages: [JAPANESE, CHINESE] },
  { name: 'Hangul', letters: /\p{Script=Hangul}/u, packages: [KOREAN] },
  { name: 'Arabic', letters: /\p{Script_Extensions=Arabic}/u, packages: [ARABIC] },
  ...[
    'Armenian',
    'Georgian',
    'Ethiopic',
    'Thai',
    'Lao',
    'Khmer',
    'Myanmar',
    'Devanagari',
    'Bengali',
    'Gurmukhi',
    'Gujarati',
    'Tamil',
    'Telugu',
    'Kannada',
    'Malayalam',
    'Sinhala',
    'Tibetan',
    'Mongolian',
    'Syriac',
    'Thaana',
  ].map((name) => ({ name, letters: new RegExp(`\\p{Script=${name}}`, 'u'), packages: [] })),
  {
    name: 'another script',
    letters:
      /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Common}\p{Script=Inherited}]/u,
    packages: [],
  },
];

export type MissingScript = { readonly script: string; readonly package: string | null };

export type ScriptFonts = {
  /** Folders of the font packages that are installed and needed. */
  readonly folders: readonly string[];
  /** Their faces, to be tried after the compiler's own. */
  readonly families: readonly string[];
  /** Scripts of the text for which no font is installed, with the package to add. */
  readonly missing: readonly MissingScript[];
  /** The text with what cannot be printed replaced by a note that says so. */
  readonly printed: (text: string) => string;
};

/** Which fonts a text needs beside those of the compiler, and which of them are there. */
export function findScriptFonts(text: string, folderOf = packageFolder): ScriptFonts {
  const found = new Map<string, string>();
  const absent: Script[] = [];
  for (const script of scriptsOf(text)) {
    const installed = script.packages.flatMap((face) => {
      const folder = folderOf(face.package);
      return folder === null ? [] : [{ folder, family: face.family }];
    });
    const [face] = installed;
    if (face === undefined) absent.push(script);
    else found.set(face.family, face.folder);
  }
  return {
    folders: [...found.values()],
    families: [...found.keys()],
    missing: absent.map(({ name, packages }) => ({ script: name, package: packages[0]?.package ?? null })),
    printed: (part) => absent.reduce(replaceScript, part),
  };
}

/** The scripts of a text; a character belongs to the first that holds it. */
function scriptsOf(text: string): readonly Script[] {
  let rest = text;
  return SCRIPTS.filter(({ letters }) => {
    if (!letters.test(rest)) return false;
    rest = rest.replace(new RegExp(letters.source, 'gu'), '');
    return true;
  });
}

/** "[6 characters in Hangul]": a reader must see that something stands there, and the other formats have it whole. */
function replaceScript(text: string, script: Script): string {
  const run = new RegExp(`(?:${script.letters.source})+`, 'gu');
  return text.replace(run, (letters) => {
    const [first = ''] = letters;
    if (SCRIPTS.find((known) => known.letters.test(first)) !== script) return letters;
    const count = [...letters].length;
    return `[${count} ${count === 1 ? 'character' : 'characters'} in ${script.name}]`;
  });
}

/** The folder of fonts in an installed package, or null when it is not installed. */
function packageFolder(name: string): string | null {
  try {
    // The packages export their entry alone, which lies beside the folder of fonts.
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = join(dirname(entry), '..', 'fonts');
    return existsSync(folder) ? folder : null;
  } catch {
    return null;
  }
}

/** What to tell before printing: the script, and the package to add. */
export function describeMissing(missing: readonly MissingScript[]): string {
  const parts = missing.map(({ script, package: from }) =>
    from === null ? `there is no font for ${script}` : `there is no font for ${script}; npm install ${from} adds one`,
  );
  return `the PDF says where characters are left out: ${parts.join('; ')}`;
}
