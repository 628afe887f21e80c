import { composePrinted, type PrintOptions } from '../abridgement/compose-printed.ts';
import { ReportError } from '../errors.ts';
import type { ReportModel } from '../model/model.ts';
import { describeUndrawn, numberedCharacters, undrawnCharacters } from './glyphs.ts';
import { describeMissing, findScriptFonts } from './script-fonts.ts';
import { renderTypst } from './typst.ts';
import { PDF_FONT } from './typst-blocks.ts';

/** PDF/A-2a (ISO 19005-2, level A): for archives, and tagged for those who do not see it. */
const ARCHIVAL = 'a-2a';
const PLAIN = '1.7';

/** `warn` is told of a script without a font before anything is set. `folderOf` finds the fonts of an installed package. */
export type PdfOptions = PrintOptions & {
  readonly warn?: (message: string) => void;
  readonly folderOf?: (fontPackage: string) => string | null;
};

/**
 * The report as a tagged PDF with real footnotes and figures as vectors. Equal models give equal bytes, with the fonts that
 * the compiler brings and those of the optional font packages; no font of the machine is used. Characters of a script
 * without a font are replaced by a note in brackets that counts them, single ones that no font draws by their number.
 *
 * @throws ReportError `unknown-claim`, `unknown-document`, `not-printed`
 */
export async function renderPdf(model: ReportModel, { warn, folderOf, whole }: PdfOptions = {}): Promise<Uint8Array> {
  const manuscript = composePrinted(model, { whole });
  // Of a long report the manuscript is a small part: what is not printed needs no font.
  const text = JSON.stringify(manuscript);
  const fonts = findScriptFonts(text, folderOf);
  if (fonts.missing.length > 0) warn?.(describeMissing(fonts.missing));
  // The compiler is a native binary of 50 MB: it is loaded only when a PDF is asked for.
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [...fonts.folders] }] });
  const undrawn = undrawnCharacters(compiler, fonts.printed(text), [PDF_FONT, ...fonts.families]);
  if (undrawn.length > 0) warn?.(describeUndrawn(undrawn));
  const numbered = numberedCharacters(undrawn);
  const source = renderTypst(
    mapText(manuscript, (part) => numbered(fonts.printed(part))),
    model.generatedAt,
    fonts.families,
  );
  const result = compiler.compile({ mainFileContent: source });
  if (result.result === null) {
    const diagnostics = result.takeDiagnostics();
    const said = diagnostics === null ? '' : JSON.stringify(diagnostics.shortDiagnostics.slice(0, 3));
    throw new ReportError('not-printed', `the PDF could not be set: ${said}`);
  }
  try {
    return compiler.pdf(result.result, { pdfStandard: ARCHIVAL });
  } catch (cause) {
    // The archival standard refuses what it does not allow, and a report is not withheld for the want of one character.
    warn?.(`${whyNotArchival(String(cause))}: the PDF is tagged but not PDF/A`);
    return compiler.pdf(result.result, { pdfStandard: PLAIN });
  }
}

function whyNotArchival(said: string): string {
  if (said.includes('could not be displayed')) return 'a character of the report has no glyph in any font at hand';
  const reason = /message: "(?:PDF\/A-2a error: )?([^"\\]{1,200})/.exec(said)?.[1];
  return `the archival standard refuses the report${reason === undefined ? '' : ` (${reason})`}`;
}

function mapText<T>(value: T, map: (text: string) => string): T {
  if (typeof value === 'string') return map(value) as T;
  if (Array.isArray(value)) return value.map((inner) => mapText(inner, map)) as T;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapText(inner, map)])) as T;
  }
  return value;
}
