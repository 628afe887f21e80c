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

/** Claims that a ship called at a port, beside what her track shows. */
export function ClaimsBeside({ claims }: ShipClaims) {
  if (claims.length === 0)
    return (
      <p className="muted">
        No claim gives a ship’s number, a port that is known here and the days of a call, of a ship that the files hold.
        A name alone is no identity.
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
