import type { CalendarDate } from '../../core/time/calendar.ts';
import { guardNames, holdsName } from '../../interchange/protected-names.ts';
import type { Letter } from '../../report/model/letter.ts';
import type { Subject } from '../../subjects/model/subject.ts';
import type { Derived } from '../derivation/derive.ts';
import { titleOf } from '../derivation/document-title.ts';
import { openPart } from '../derivation/open-part.ts';
import { AppError } from '../errors.ts';
import { claimsAbout } from '../subjects/subject-line.ts';

export type LetterRequest = {
  readonly finding?: string | undefined;
  readonly from?: string | undefined;
  readonly deadline?: CalendarDate | undefined;
  readonly date: CalendarDate;
};

/**
 * Drafts a letter to a subject: what claims say of it, of a finding or at all. What is to be kept from outsiders for the protection of
 * its source is not in it, as in a report.
 * @throws AppError `no-such-finding`, `protected-name`, `refused-by-rule` where there is nothing to ask about
 */
export function letterTo(
  derived: Derived,
  subject: Subject,
  { finding: id, from, deadline, date }: LetterRequest,
): Letter {
  const { derived: open, protectedNames } = openPart(derived);
  const documents = new Map(open.documents.map((document) => [document.document as string, document]));
  const to = subject.leaves.find(({ name, document }) => name !== null && documents.has(document))?.name;
  if (to === undefined || to === null)
    throw new AppError(
      'refused-by-rule',
      'no letter is drafted: what names it is held back for the protection of a source, or names it by a number alone',
    );
  const finding = id === undefined ? undefined : open.findings.find((one) => one.id === id);
  if (id !== undefined && finding === undefined)
    throw new AppError('no-such-finding', 'there is no such finding, or it rests on what is held back', {
      place: id.slice(0, 80),
    });
  const claims = claimsAbout(open.claims, subject).filter(
    (claim) => finding === undefined || finding.claims.includes(claim.id),
  );
  if (claims.length === 0)
    throw new AppError('refused-by-rule', 'no letter is drafted: no claim says that anything happened with it');
  const letter: Letter = {
    to,
    from: from ?? null,
    date,
    deadline: deadline ?? null,
    finding:
      finding === undefined
        ? null
        : {
            title: finding.title,
            isProposed: finding.review === 'proposed' || finding.review === 'left-out',
            provisions: [...new Set(finding.assessment.grounds.map(({ provision }) => provision))],
          },
    statements: claims.map((claim) => {
      const document = documents.get(claim.document);
      return {
        claim: claim.id,
        claimant: claim.claimant.name,
        title: titleOf(document),
        source: document?.source.name ?? '',
        published: document?.published ?? null,
        quote: claim.quote,
      };
    }),
  };
  if (holdsName(letter, guardNames(protectedNames)))
    throw new AppError('protected-name', 'no letter is drafted: the name of a protected source would stand in it');
  return letter;
}
