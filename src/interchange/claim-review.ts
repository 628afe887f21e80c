import type { ExportedClaim, ExportedFinding, ExportedRecord } from './model/exported.ts';
import { FINDING_STANDARD, findingReviewWords } from './model/review-words.ts';
import { documentKey, nameUuid } from './names.ts';

/**
 * Findings as ClaimReview of schema.org. Only those that a person made or accepted: what nobody reviewed is no review. The
 * rating is words alone (no number says of "contested" how true it is), and doubts and denials go along.
 */
export function claimReviews(record: ExportedRecord): object {
  const { origin, program, publisher, at, findings, leftOut } = record;
  const reviewed = findings.filter(({ at: when }) => when !== null);
  const proposed = findings.length - reviewed.length;
  const notes = [
    ...leftOut,
    ...(proposed === 0
      ? []
      : [`${proposed} that the program proposes and nobody reviewed ${proposed === 1 ? 'is' : 'are'} left out.`]),
  ];
  const author =
    publisher === null
      ? { '@type': 'SoftwareApplication', name: program }
      : { '@type': 'Organization', name: publisher };
  return {
    '@context': 'https://schema.org',
    '@id': `urn:uuid:${nameUuid(`claim-reviews ${origin} ${at}`)}`,
    '@type': 'DataFeed',
    name: 'Findings',
    description: [FINDING_STANDARD, ...notes].join(' '),
    dateModified: at,
    creator: author,
    dataFeedElement: reviewed.map((finding) => reviewOf(finding, record, author)),
  };
}

function reviewOf(finding: ExportedFinding, { origin, claims }: ExportedRecord, author: object): object {
  const own = claims.filter(({ claim }) => finding.claims.includes(claim.id));
  return {
    '@type': 'ClaimReview',
    '@id': `urn:uuid:${nameUuid(`finding ${origin} ${finding.id}`)}`,
    claimReviewed: finding.title,
    datePublished: finding.at?.slice(0, 10),
    author,
    reviewBody: [
      findingReviewWords(finding),
      FINDING_STANDARD,
      finding.statusReason,
      ...finding.dissents.map(({ by, text }) => `${by}: “${text}”`),
    ].join(' '),
    reviewRating: { '@type': 'Rating', alternateName: finding.status, ratingExplanation: finding.statusReason },
    itemReviewed: {
      '@type': 'Claim',
      name: finding.title,
      appearance: own.map(appearanceOf),
    },
  };
}

function appearanceOf({ claim, document }: ExportedClaim): object {
  return {
    '@type': 'CreativeWork',
    '@id': `ni:///sha-256;${Buffer.from(documentKey(document), 'hex').toString('base64url')}`,
    headline: document.title,
    encodingFormat: document.mediaType,
    text: claim.quote,
    ...(document.url === null ? {} : { url: document.url }),
    ...(document.published === null ? {} : { datePublished: document.published }),
    ...(document.source === null ? {} : { publisher: { '@type': 'Organization', name: document.source.name } }),
  };
}
