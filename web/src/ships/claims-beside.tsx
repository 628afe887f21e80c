import { Link } from '@tanstack/react-router';
import type { ShipClaims } from '../../../src/app/workbench/contract/ship.ts';
import { Tag } from '../parts/tag.tsx';

const OUTCOMES: Readonly<Record<ShipClaims['claims'][number]['outcome'], string>> = {
  fits: 'Fits',
  'does-not-fit': 'Does not fit',
  silent: 'Silent then',
  unclear: 'Unclear',
  'not-held': 'Not held',
};

/** Claims that a ship called at a port or met another one, beside what the tracks show. */
export function ClaimsBeside({ claims }: ShipClaims) {
  if (claims.length === 0)
    return (
      <p className="muted">
        No claim gives the numbers of ships that the files hold, with the days of a meeting, or of a call at a port that
        is known here. A name alone is no identity.
      </p>
    );
  return (
    <ul className="plain lines">
      {claims.map(({ claim, claimant, quote, outcome, words }) => (
        <li key={claim}>
          <Tag tone={outcome === 'fits' ? 'strong' : outcome === 'does-not-fit' ? 'alert' : 'open'}>
            {OUTCOMES[outcome]}
          </Tag>{' '}
          {claimant}:{' '}
          <Link to="/claims" search={{ claim }}>
            “{quote.trim()}”
          </Link>{' '}
          {words}
        </li>
      ))}
    </ul>
  );
}
