import type { ExportedClaim, ExportedDocument, ExportedRecord } from './model/exported.ts';
import { claimReviewWords } from './model/review-words.ts';
import { documentKey, nameUuid } from './names.ts';

/**
 * Claims as W3C Web Annotations, one page of a collection. A passage is named three times, as the standard advises: by its
 * words with what stands around them, by its place in characters of the text (code points, not our code units), and by page
 * and box where there are such. What is annotated are the very bytes, named by their hash (RFC 6920): the page at the address
 * may say something else by now.
 */
export function webAnnotations(record: ExportedRecord): object {
  const { claims, origin, program, publisher, at, leftOut } = record;
  const id = `urn:uuid:${nameUuid(`annotations ${origin} ${at} ${claims.map(({ claim }) => claim.id).join(' ')}`)}`;
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label: ['Claims with the passages that carry them', ...leftOut].join(' '),
    creator: publisher === null ? softwareOf(program) : { type: 'Organization', name: publisher },
    generator: softwareOf(program),
    generated: at,
    total: claims.length,
    first: {
      id: `${id}#page-1`,
      type: 'AnnotationPage',
      startIndex: 0,
      items: claims.map((claim) => annotationOf(claim, origin)),
    },
  };
}

function softwareOf(name: string): object {
  return { type: 'Software', name };
}

function annotationOf(exported: ExportedClaim, origin: string): object {
  const { claim, document, statement, credibility } = exported;
  const who = claim.claimant.kind === 'unnamed' ? 'An unnamed source' : claim.claimant.name;
  const tags = [
    exported.isReviewed ? 'reviewed' : 'not reviewed',
    claim.predicate,
    claim.polarity,
    ...(exported.awaitsSight ? ['read off a picture'] : []),
    ...(credibility === null ? [] : [`admiralty-scale:information-credibility="${credibility}"`]),
  ];
  return {
    id: `urn:uuid:${nameUuid(`annotation ${origin} ${claim.id}`)}`,
    type: 'Annotation',
    motivation: 'describing',
    created: document.retrieved,
    body: [
      { type: 'TextualBody', purpose: 'describing', format: 'text/plain', value: `${who}: ${statement}` },
      {
        type: 'TextualBody',
        purpose: 'assessing',
        format: 'text/plain',
        language: 'en',
        value: claimReviewWords(exported),
      },
      ...tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
    ],
    target: {
      type: 'SpecificResource',
      source: sourceOf(document),
      selector: [
        { type: 'TextQuoteSelector', exact: claim.quote, prefix: exported.prefix, suffix: exported.suffix },
        { type: 'TextPositionSelector', start: exported.points.start, end: exported.points.end },
        ...pageSelector(exported),
      ],
    },
  };
}

function sourceOf(document: ExportedDocument): object {
  const { mediaType, language, title, url } = document;
  return {
    id: `ni:///sha-256;${Buffer.from(documentKey(document), 'hex').toString('base64url')}`,
    format: mediaType,
    ...(language === null ? {} : { language }),
    label: title,
    ...(url === null ? {} : { via: url }),
  };
}

function pageSelector({ page, box }: ExportedClaim): readonly object[] {
  if (page === null) return [];
  const place = { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3778', value: `page=${page}` };
  if (box === null) return [place];
  // Media fragments take per cent as whole numbers or decimals; ours are thousandths.
  const value = `xywh=percent:${box.map((part) => part / 10).join(',')}`;
  return [
    { ...place, refinedBy: { type: 'FragmentSelector', conformsTo: 'http://www.w3.org/TR/media-frags/', value } },
  ];
}
