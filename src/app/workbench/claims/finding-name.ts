import type { Finding } from '../../../findings/model/finding.ts';
import { lowerFirst } from '../../../report/model/words.ts';
import type { FindingName } from '../contract/claim.ts';

/**
 * A finding as it is named on pages of other things. What nobody has made or accepted is called an allegation and proposed, whatever its
 * status would be: its title alone would read as a finding.
 */
export function findingNameOf({ id, title, status, review }: Finding): FindingName {
  if (review === 'made' || review === 'accepted') return { id, title, status };
  return { id, title: `Alleged ${lowerFirst(title)}`, status: review === 'left-out' ? 'left out' : 'proposed' };
}
