import { describe, expect, it } from 'vitest';
import { activityOf, emptyForm, formOf, readActivity } from './activity-form.ts';

describe('the form for an activity', () => {
  it('leaves out what nobody filled in', () => {
    expect(activityOf({ ...emptyForm('2018-06-01'), act: 'supply' })).toEqual({ date: '2018-06-01', act: 'supply' });
  });

  it('takes thousands set apart and gives the unit and the year to a total that has none', () => {
    const form = { ...emptyForm('2018-06-01'), act: 'supply', amount: '600,000', unit: 'barrel', total: '1 200 000.5' };
    expect(activityOf(form)).toMatchObject({
      quantity: { value: '600000', unit: 'barrel' },
      periodTotal: { value: '1200000.5', unit: 'barrel', period: '2018' },
    });
  });

  it('comes back whole from an address', () => {
    const form = {
      ...emptyForm('2018-06-01'),
      act: 'ship-to-ship-transfer',
      goods: 'gasoil',
      hs: '2710',
      from: 'CN',
      to: 'KP',
      via: 'RU, VN',
      amount: '5',
      unit: 'tonne',
      parties: 'un-KPe.020',
      circumstances: ['vessel-flag:TG'],
    };
    const activity = readActivity(JSON.stringify(activityOf(form)));
    expect(formOf(activity ?? {}, '2000-01-01')).toEqual(form);
  });

  it('reads no activity out of what is none', () => {
    expect([undefined, 'x', '[1]', 'null', '"a"'].map(readActivity)).toEqual([null, null, null, null, null]);
  });
});
