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

  it('marks a State as a whole only while no place in it is marked, and says so', () => {
    const map = mapOfClaims([at('Ukraine')], 'Places');
    expect(map?.places).toEqual([
      expect.objectContaining({ name: 'Ukraine', note: expect.stringContaining('the mark is its middle') }),
    ]);
    expect(map?.whole).toEqual([]);
  });

  it('is no map where nothing is named', () => {
    expect(mapOfClaims([at()], 'Places')).toBeNull();
    expect(mapOfClaims([at('Europe')], 'Places')).toMatchObject({ places: [], unplaced: ['Europe'] });
  });
});
