import { describeError } from '../../core/errors.ts';
import { type DomDocument, type DomNode, parseDom } from '../../documents/html/dom.ts';
import { renderHtml } from '../../report/html/html.ts';
import type { ReportModel } from '../../report/model/model.ts';
import { AppError } from '../errors.ts';

/** What a page has and its data do not print: the text, and what is wrong with it. */
export type PageFault = { readonly text: string; readonly fault: string };

/** Of a page that is another one altogether, more would say nothing more. */
const MOST_FAULTS = 100;
const MOST_SHOWN = 300;

/** @throws AppError `bad-input` for a page that does not say that this program made it */
export function requireReportPage(page: string, place: string): void {
  if (domOf(page)?.querySelector('meta[name="generator"][content="Standing Panel"]') == null)
    throw new AppError('bad-input', 'this page is no report of this program', { place });
}

/**
 * Compares a page with what is printed from the data of its report, byte for byte: whatever a page can hide, double or show
 * beside its notes, it is then the program's own. Empty where it is that page, printed whole or abridged; one fault at least otherwise.
 * @throws AppError `bad-input` where the data cannot be printed
 */
export function pageFaults(page: string, model: ReportModel, place: string): readonly PageFault[] {
  const abridged = print(model, false, place);
  if (page === abridged) return [];
  if (page === print(model, true, place)) return [];
  const faults = foreignTexts(page, abridged);
  return faults.length === 0 ? [firstDifference(page, abridged)] : faults.slice(0, MOST_FAULTS);
}

function print(model: ReportModel, whole: boolean, place: string): string {
  try {
    return renderHtml(model, { whole });
  } catch (cause) {
    // What a forger left out of the data shows itself anywhere in the printing.
    throw new AppError('bad-input', `the report cannot be printed again from its data: ${describeError(cause)}`, {
      place,
      cause,
    });
  }
}

/** Texts of the page that are not printed; with the text that stands in their place, where the pages are of one build. */
function foreignTexts(page: string, printed: string): readonly PageFault[] {
  const [shown, expected] = [textsOf(domOf(page)), textsOf(domOf(printed))];
  if (shown.length === expected.length)
    return shown.flatMap((text, at) =>
      text === expected[at] ? [] : [{ text, fault: `the data of the report print there: ${cut(expected[at] ?? '')}` }],
    );
  const left = new Map<string, number>();
  for (const text of expected) left.set(text, (left.get(text) ?? 0) + 1);
  return shown.flatMap((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0 ? [] : [{ text, fault: 'the data of the report do not print this' }];
  });
}

/** The same texts in other markup, which may hide some and show others. */
function firstDifference(page: string, printed: string): PageFault {
  let at = 0;
  while (at < page.length && page[at] === printed[at]) at++;
  // From the tag in which they part, so that it can be found in the page.
  const from = Math.max(page.lastIndexOf('<', at), at - MOST_SHOWN, 0);
  return {
    text: cut(page.slice(from)),
    fault: `the markup of the page is not as printed: the data of the report print there: ${cut(printed.slice(from))}`,
  };
}

function domOf(page: string): DomDocument | null {
  try {
    return parseDom(page);
  } catch {
    // A page that the parser gives up on has no texts to name; its bytes are compared all the same.
    return null;
  }
}

/** Texts in their order, without a call for each depth: a page may be nested as deep as it likes. */
function textsOf(page: DomDocument | null): readonly string[] {
  const texts: string[] = [];
  const open: (DomNode | null)[] = [page?.documentElement ?? null];
  while (open.length > 0) {
    const node = open.pop();
    if (node == null) continue;
    open.push(node.nextSibling);
    if (node.nodeType === 3) {
      const text = (node.nodeValue ?? '').trim();
      if (text !== '') texts.push(text);
    } else open.push(node.firstChild);
  }
  return texts;
}

function cut(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
