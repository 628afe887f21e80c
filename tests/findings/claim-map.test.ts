import { describe, expect, it } from 'vitest';
import { mapOfClaims } from '../../src/app/report/claim-map.ts';
import { claimOf } from './sample-claim.ts';

const at = (...where: string[]) => claimOf({ predicate: 'attacked', where });

describe('the map of claims', () => {
  it('marks each place once with who names it, and lists what it does not know', () => {
    const map = mapOfClaims([at('Kharkiv', 'Ukraine'), at('Kharkov'), at('the old arsenal')], 'Places');
    expect(map?.places.map(({ name }) => name)).toEqual(['Kharkiv']);
    expect(map?.places[0]?.note).toMatch(/^two claims, by Claimant \d+ and Claimant \d+$/);
    expect(map?.whole).toEqual(['Ukraine']);
    expect(map?.unplaced).toEqual(['the old arsenal']);
  });

  it('marks no State as a whole, and nothing that a claim denies', () => {
    expect(mapOfClaims([at('Ukraine')], 'Places')).toBeNull();
    const denied = claimOf({ predicate: 'attacked', polarity: 'denies', where: ['Odesa'] });
    expect(mapOfClaims([at('Kharkiv'), denied], 'Places')?.places.map(({ name }) => name)).toEqual(['Kharkiv']);
  });

  it('marks no place of what is only planned or may have been', () => {
    const planned = claimOf({ predicate: 'attacked', where: ['Odesa'], modality: 'intends' });
    const possible = claimOf({ predicate: 'attacked', where: ['Odesa'], modality: 'assesses', factuality: 'possible' });
    expect(mapOfClaims([at('Kharkiv'), planned, possible], 'Places')?.places.map(({ name }) => name)).toEqual([
      'Kharkiv',
    ]);
  });

  it('marks a destination only where the sentence itself says that it went there', () => {
    const went = (basis: 'explicit' | 'carried') =>
      claimOf({
        predicate: 'transferred',
        roles: { destination: ['Odesa'] },
        where: ['Odesa'],
        basis: { destination: basis },
      });
    expect(mapOfClaims([went('explicit')], 'Places')?.places.map(({ name }) => name)).toEqual(['Odesa']);
    expect(mapOfClaims([went('carried')], 'Places')).toBeNull();
  });

  it('is no map where no place can be marked', () => {
    expect(mapOfClaims([at()], 'Places')).toBeNull();
    expect(mapOfClaims([at('Europe')], 'Places')).toBeNull();
  });
});
