import { isCalendarDate } from '../../core/time/calendar.ts';
import { type DomDocument, plainTextOf } from './dom.ts';

export type HtmlMetadata = {
  readonly title: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
};

const DATE_METAS = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'parsely-pub-date',
  'datepublished',
  'dcterms.issued',
  'dc.date.issued',
  'dcterms.date',
  'dc.date',
  'citation_publication_date',
  'citation_date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publication_date',
  'date',
];
const OUTLET_METAS = [
  'og:site_name',
  'dc.publisher',
  'dcterms.publisher',
  'citation_journal_title',
  'application-name',
];
const TITLE_METAS = ['og:title', 'dc.title', 'dcterms.title', 'citation_title', 'twitter:title'];

/** Title, day of publication, outlet and language as the page itself states them; JSON-LD first, then meta elements, then `<time>`. */
export function readHtmlMetadata(document: DomDocument): HtmlMetadata {
  const metas = readMetas(document);
  const linked = readLinkedData(document);
  const firstOf = (names: readonly string[]) =>
    names.map((name) => metas.get(name)).find((value) => value !== undefined);
  const published =
    [linked.published, ...DATE_METAS.map((name) => metas.get(name)), ...timesOf(document)]
      .map((value) => dayOf(value))
      .find((day) => day !== null) ?? null;
  const outlet = clean(linked.outlet ?? firstOf(OUTLET_METAS));
  const title = clean(
    firstOf(TITLE_METAS) ?? linked.title ?? headlineOf(document) ?? document.querySelector('title')?.textContent,
  );
  return {
    title: title !== null && outlet !== null ? withoutOutlet(title, outlet) : title,
    published,
    outlet,
    language: languageOf(document.documentElement?.getAttribute('lang') ?? linked.language ?? metas.get('og:locale')),
  };
}

/**
 * The day in a date as pages write it, in the zone they write it in: "2024-03-28T22:10:00-04:00" is 28 March.
 * Forms whose order of day and month is not certain ("03/04/2024") are left out.
 */
export function dayOf(value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const text = value.trim();
  const iso = /^(\d{4})[-/.](\d{2})[-/.](\d{2})(?!\d)/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text);
  if (iso) return checkedDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const words =
    /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\.?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})/.exec(text) ??
    /^(?:[A-Za-z]{3,9},?\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/.exec(text);
  if (!words) return null;
  const [day, month] = /^\d/.test(words[1]!) ? [words[1]!, words[2]!] : [words[2]!, words[1]!];
  const index = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').indexOf(month.slice(0, 3).toLowerCase());
  return index < 0 ? null : checkedDay(Number(words[3]), index + 1, Number(day));
}

function checkedDay(year: number, month: number, day: number): string | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return year >= 1900 && isCalendarDate(text) ? text : null;
}

function readMetas(document: DomDocument): Map<string, string> {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop');
    const content = meta.getAttribute('content')?.trim();
    if (name && content && !metas.has(name.toLowerCase())) metas.set(name.toLowerCase(), content);
  }
  return metas;
}

type LinkedData = { title?: string; published?: string; outlet?: string; language?: string };

const ARTICLE = /Article|Posting|Report|WebPage|CreativeWork|Dataset|Legislation/;

/** schema.org in JSON-LD: the first object that is an article; broken JSON is passed over. */
function readLinkedData(document: DomDocument): LinkedData {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let data: unknown;
    try {
      data = JSON.parse(script.textContent ?? '');
    } catch {
      continue;
    }
    const article = objectsIn(data).find(
      (item) => ARTICLE.test(String(item['@type'])) && typeof item.datePublished === 'string',
    );
    if (article === undefined) continue;
    const publisher = article.publisher;
    const outlet = isRecord(publisher)
      ? publisher.name
      : Array.isArray(publisher) && isRecord(publisher[0])
        ? publisher[0].name
        : publisher;
    return {
      published: article.datePublished as string,
      ...(typeof article.headline === 'string' && { title: article.headline }),
      ...(typeof outlet === 'string' && { outlet }),
      ...(typeof article.inLanguage === 'string' && { language: article.inLanguage }),
    };
  }
  return {};
}

function objectsIn(data: unknown): Record<string, unknown>[] {
  if (Array.isArray(data)) return data.flatMap((item) => (isRecord(item) ? objectsIn(item) : []));
  if (!isRecord(data)) return [];
  return Array.isArray(data['@graph']) ? [data, ...data['@graph'].filter(isRecord)] : [data];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Times that say they are the publication, then the only time there is inside the article or its header. */
function timesOf(document: DomDocument): (string | null)[] {
  const marked = [
    ...document.querySelectorAll('time[pubdate], time[itemprop="datePublished"], [itemprop="datePublished"][datetime]'),
  ];
  const article = [...document.querySelectorAll('article time[datetime], main time[datetime], header time[datetime]')];
  const others = [...document.querySelectorAll('time[datetime]')];
  const chosen =
    marked.length > 0 ? marked : article.length > 0 ? [article[0]!] : others.length === 1 ? [others[0]!] : [];
  return chosen.map((time) => time.getAttribute('datetime') ?? time.textContent);
}

function headlineOf(document: DomDocument): string | undefined {
  const headlines = [...document.querySelectorAll('h1')];
  return headlines.length === 1 ? plainTextOf(headlines[0]) || undefined : undefined;
}

/** A language tag as BCP 47 writes it; "en_US" of OpenGraph is "en-US". */
export function languageOf(value: string | null | undefined): string | null {
  const match = /^([a-zA-Z]{2,3})(?:[-_]([a-zA-Z0-9]{2,8}))?/.exec(value?.trim() ?? '');
  if (!match) return null;
  const language = match[1]!.toLowerCase();
  return match[2] === undefined ? language : `${language}-${match[2].length === 2 ? match[2].toUpperCase() : match[2]}`;
}

/** "Headline | Outlet" is how pages name their windows. */
function withoutOutlet(title: string, outlet: string): string {
  const rest = title.endsWith(outlet) ? title.slice(0, -outlet.length).replace(/\s+[|–—·:-]\s*$/, '') : title;
  return rest === '' || rest === title.slice(0, -outlet.length) ? title : rest;
}

function clean(value: string | null | undefined): string | null {
  const text = value?.replace(/\s+/g, ' ').trim().slice(0, 500);
  return text ? text : null;
}
