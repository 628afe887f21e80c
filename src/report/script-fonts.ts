import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A script that the compiler's own faces do not hold, and the package whose faces do. */
type Script = {
  readonly name: string;
  readonly letters: RegExp;
  readonly package: string | null;
  /** Name of the face in the package. */
  readonly family: string;
};

/** Ideographic punctuation and full-width forms go with Han: they come with its faces. */
const SCRIPTS: readonly Script[] = [
  { name: 'Hangul', letters: /\p{Script=Hangul}/u, package: '@embedpdf/fonts-kr', family: 'Noto Sans Korean' },
  {
    name: 'Han',
    letters: /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u,
    package: '@embedpdf/fonts-sc',
    family: 'Noto Sans S Chinese',
  },
  {
    name: 'Japanese kana',
    letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
    package: '@embedpdf/fonts-jp',
    family: 'Noto Sans Japanese',
  },
  { name: 'Arabic', letters: /\p{Script=Arabic}/u, package: '@embedpdf/fonts-arabic', family: 'Noto Naskh Arabic' },
];

/** Everything else that no face at hand prints. */
const OTHER: Script = {
  name: 'another script',
  letters:
    /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Common}\p{Script=Inherited}]|\p{Emoji_Presentation}/u,
  package: null,
  family: '',
};

export type MissingScript = { readonly script: string; readonly package: string | null };

export type ScriptFonts = {
  /** Folders of the font packages that are installed. */
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
  const needed = SCRIPTS.filter(({ letters }) => letters.test(text));
  const folders = new Map(needed.map((script) => [script, script.package === null ? null : folderOf(script.package)]));
  const missing = needed.filter((script) => folders.get(script) === null);
  const others = OTHER.letters.test(withoutKnown(text)) ? [OTHER] : [];
  const absent = [...missing, ...others];
  return {
    folders: [...folders.values()].filter((folder) => folder !== null),
    families: needed.filter((script) => folders.get(script) !== null).map(({ family }) => family),
    missing: absent.map(({ name, package: from }) => ({ script: name, package: from })),
    printed: (part) => absent.reduce(replaceScript, part),
  };
}

function withoutKnown(text: string): string {
  return SCRIPTS.reduce((rest, { letters }) => rest.replace(new RegExp(letters.source, 'gu'), ''), text);
}

/** "[6 characters in Hangul]": a reader must see that something stands there, and the other formats have it whole. */
function replaceScript(text: string, script: Script): string {
  const run = new RegExp(`(?:${script.letters.source})+`, 'gu');
  return text.replace(run, (letters) => {
    if (script === OTHER && SCRIPTS.some((known) => known.letters.test(letters))) return letters;
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
