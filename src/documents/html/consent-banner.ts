import { type DomDocument, type DomElement, plainTextOf } from './dom.ts';

/** What a page asks before it is read: cookies, consent, how data are used. */
const ASKS =
  /\bcookies?\b|\bconsent\b|\bprivacy (?:policy|notice|choices|settings|preferences)\b|\bpersonal data\b|\bgdpr\b/i;
/** The words on a control by which a reader answers that. */
const ANSWERS =
  /^(?:i )?(?:accept|agree|allow|reject|decline|refuse|deny|consent|ok(?:ay)?|got it|understood|close|dismiss|no,? thanks?|manage|customi[sz]e|save|confirm|settings|preferences|necessary|essential)(?: (?:and|&|all|only|my|the|to|cookies?|optional|necessary|essential|selected|choices?|settings|preferences|options|continue|close|non-essential|additional|use of cookies))*[.!]?$/i;
const CONTROLS = 'button, [role="button"], input[type="button"], input[type="submit"], a';
const BOXES =
  'div, section, aside, form, footer, header, dialog, [role="dialog"], [role="alertdialog"], [role="region"]';
/** A banner is short beside an article; one that lists every partner of a page is not. */
const LONGEST = 6_000;

/**
 * Takes banners about cookies and consent out of a page, told by their build and not by the site: a box of its own that asks
 * about cookies or data and holds a control by which the reader answers. True when there was one.
 */
export function removeConsentBanners(document: DomDocument): boolean {
  let removed = false;
  for (const control of [...document.querySelectorAll(CONTROLS)]) {
    if (!document.body.contains(control) || !ANSWERS.test(wordsOn(control))) continue;
    const banner = bannerAround(control);
    if (banner === null) continue;
    banner.remove();
    removed = true;
  }
  return removed;
}

function wordsOn(control: DomElement): string {
  return (plainTextOf(control) || control.getAttribute('value') || control.getAttribute('aria-label') || '').trim();
}

/** The largest box around a control that is about nothing but this: its paragraphs ask, or answer, or lead to a policy. */
function bannerAround(control: DomElement): DomElement | null {
  let banner: DomElement | null = null;
  for (let box = control.parentElement; box !== null; box = box.parentElement) {
    if (/^(?:html|body|main|article)$/i.test(box.localName)) break;
    const text = plainTextOf(box);
    if (text.length > LONGEST || box.querySelector('article, main, h1') !== null) break;
    if (!box.matches(BOXES) || !ASKS.test(text)) continue;
    if (banner !== null && text !== plainTextOf(banner) && !isAbout(box)) break;
    banner = box;
  }
  return banner;
}

/** Whether most of what a box says stands in passages about cookies and data, or on controls. */
function isAbout(box: DomElement): boolean {
  const passages = [...box.querySelectorAll('p, li, h2, h3, h4, label, td')]
    .map(plainTextOf)
    .filter((text) => text !== '');
  return passages.every((text) => ASKS.test(text) || text.length < 60);
}
