import { Readability } from '@mozilla/readability';
import { type DomDocument, type DomElement, plainTextOf } from './dom.ts';

export type MainText = { readonly element: DomElement; readonly notes: readonly string[] };

/** Class names and ids of what pages put around and between the paragraphs of an article. */
const AROUND =
  /(?:^|[\s_-])(?:related|recommended|share|sharing|social|newsletter|subscribe|promo|sidebar|comments|comment-list|disqus|advert|advertisement|breadcrumbs?|read-?more|most-?read|cookie|paywall)(?:$|[\s_-])/i;

/**
 * The element that holds the text of a page. Readability finds it by scores and leaves out what looks like a frame; where it
 * leaves out sentences of the one `article` or `main` that the page has, that element is taken whole. Sentences elsewhere on
 * the page that were left out are counted in a note: evidence must not vanish silently.
 * @param copy a second tree of the same page, as Readability changes the one it reads
 */
export function mainTextOf(document: DomDocument, copy: DomDocument): MainText {
  const container = containerOf(copy);
  for (const element of framesOf(copy)) element.remove();
  const found = readable(document);
  if (found === null) return { element: container ?? copy.body, notes: [] };
  // The one `article` may be a card that announces another page.
  const holds = container !== null && plainTextOf(container).length >= plainTextOf(found).length * 0.8;
  const whole = holds ? container : copy.body;

  const kept = squeezed(plainTextOf(found));
  const lost = (element: DomElement) => sentencesOf(element).filter((text) => !kept.includes(squeezed(text)));
  // A very short page, or one of lists and tables, holds too little prose to be scored: what is no frame is its text.
  const short = plainTextOf(found).length < 250 && plainTextOf(whole).length < 4_000;
  const missing = short ? squeezed(plainTextOf(whole)).length > kept.length : lost(whole).length > 0;
  if (missing && (short || holds)) return { element: whole, notes: [] };
  const left = lost(copy.body).length;
  return {
    element: found,
    notes: left === 0 ? [] : [`${left} paragraph${left === 1 ? '' : 's'} outside the main text of the page left out`],
  };
}

function readable(document: DomDocument): DomElement | null {
  try {
    const article = new Readability<DomElement>(document, {
      charThreshold: 200,
      serializer: (node) => node as unknown as DomElement,
      disableJSONLD: true,
    }).parse();
    return article?.content ?? null;
  } catch {
    // Its scoring trips over odd trees; the page is then read without what frames it.
    return null;
  }
}

/** The one `article` of a page, else its `main`; a page with several articles is a list of them. */
function containerOf(document: DomDocument): DomElement | null {
  const articles = [...document.querySelectorAll('article')];
  return articles.length === 1 ? articles[0]! : articles.length === 0 ? document.querySelector('main') : null;
}

function framesOf(document: DomDocument): DomElement[] {
  const named = [...document.querySelectorAll('[class], [id]')].filter(
    (element) =>
      !/^(?:html|body|main|article)$/i.test(element.localName) &&
      AROUND.test(`${element.getAttribute('class') ?? ''} ${element.id}`),
  );
  const tags =
    'nav, aside, form, body > header, body > footer, [role="navigation"], [role="banner"], [role="contentinfo"], [role="complementary"]';
  return [...document.querySelectorAll(tags), ...named];
}

/** Paragraphs and list items that end as sentences do and are not mostly links. */
function sentencesOf(root: DomElement): string[] {
  return [...root.querySelectorAll('p, li, blockquote')]
    .filter((element) => {
      const text = plainTextOf(element);
      const links = [...element.querySelectorAll('a')].reduce((length, link) => length + plainTextOf(link).length, 0);
      return text.length >= 30 && /[.!?…。]["”’»)\]]*$/.test(text) && links < text.length * 0.4;
    })
    .map((element) => plainTextOf(element));
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
