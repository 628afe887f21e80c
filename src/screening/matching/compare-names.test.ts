import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseName } from '../names/name.ts';
import { compareNames } from './compare-names.ts';
import { scorePair } from './score-pair.ts';

const person = (a: string, b: string): number => scorePair([a], [b], 'Person');
const company = (a: string, b: string): number => scorePair([a], [b], 'Company');

describe('one name in two writings', () => {
  test.each([
    ['Abd al-Rahman Yusuf', 'Abdurrahman Youssef'],
    ['Nur al-Din Hakim', 'Noureddine Hakeem'],
    ['عبد الرحمن يوسف', 'Abdul Rahman Yousuf'],
    ['Сергей Кузнецов', 'Sergey Kuznetsov'],
    ['Ким Ёнчхоль', 'Kim Yong Chol'],
    ['박영호', 'Pak Yong Ho'],
    ['朴英浩', 'Park Young-ho'],
    ['Γιώργος Παππάς', 'Giorgos Pappas'],
    ['Dr. Erika Mustermann', 'MUSTERMANN, Erika'],
    ['Bill Sampleton', 'William Sampleton'],
    ['J. Sampleton', 'John Sampleton'],
  ])('%s / %s', (a, b) => {
    expect(person(a, b)).toBeGreaterThanOrEqual(0.7);
    expect(person(b, a)).toBeGreaterThanOrEqual(0.7);
  });
  test.each([
    ['Sample Trading LLC', 'ООО Sample Trading'],
    ['Sample GmbH', 'Sample Gesellschaft mit beschränkter Haftung'],
    ['SampleWorks Ltd', 'Sample Works Limited'],
    ['Sample Marine S.A.L.', 'Sample Marine SAL'],
    ['Sample Marine d.o.o.', 'Sample Marine Društvo s ograničenom odgovornošću'],
    ['Sample Marine Sdn Bhd', 'Sample Marine Sendirian Berhad'],
    ['Sample Marine FZE', 'Sample Marine Free Zone Establishment'],
    ['Brigade 44', 'Brigade 44'],
    ['Tan Mun Gang Trading Company', 'Tanmungang Trading Co.'],
    ['Phyong Hwa Shipping', 'PHYONGHWA SHIPPING CO LTD'],
    ['Hongkong Sanbol Ltd', 'Hong Kong Sanbol Limited'],
    ['조선부강무역회사', 'Korea Pugang Trading Company'],
  ])('%s / %s', (a, b) => {
    expect(company(a, b)).toBeGreaterThanOrEqual(0.7);
  });
});

describe('Korean names', () => {
  test.each([
    ['Chae Sin Song', '채신송'],
    ['Ри Чхонсоп', 'Ri Chong Sop'],
    ['So Un Hak', '소은학'],
    ['유재만', 'Yu Jae Man'],
  ])('%s / %s', (a, b) => {
    expect(person(a, b)).toBeGreaterThanOrEqual(0.9);
  });
  test.each([
    ['Kwon To Tak', 'Kwon Tak To'],
    ['백호철', '백철호'],
    ['Hwang Sok-kun', 'HWANG KUN SOK'],
  ])('%s is not %s: the syllables of a given name have their order', (a, b) => {
    expect(person(a, b)).toBeLessThan(0.7);
  });
  test.each([
    ['Sung Hyang-jun', 'Tsang Yong Ghuan'],
    ['Cho Gang-il', 'Gaing Choil'],
    ['Ok Yong-chun', 'Young-Chun'],
  ])('%s is not %s: a full Korean name beside one that is none or a part of one', (a, b) => {
    expect(person(a, b)).toBeLessThanOrEqual(0.5);
  });
  test('the family name may come last', () => {
    expect(person('Sok-kun Hwang', 'HWANG SOK KUN')).toBeGreaterThanOrEqual(0.98);
  });
});

describe('Chinese names', () => {
  test.each([
    ['Xu Fangwei', 'Xu Fangmei'],
    ['韩明军', 'HAN MINGREN'],
    ['Lin Ninggang', 'LIN NING LIANG'],
  ])('%s is not %s: a syllable is a name part', (a, b) => {
    expect(person(a, b)).toBeLessThan(0.7);
  });
  test.each([
    ['Jianxue Lu', 'LU JIANXUE'],
    ['Lu Jian-xue', 'LU JIANXUE'],
    ['韩明军', 'HAN MINGJUN'],
  ])('%s / %s', (a, b) => {
    expect(person(a, b)).toBeGreaterThanOrEqual(0.7);
  });
});

describe('Russian initials', () => {
  test.each([
    ['Ryzhkov E.A.', 'Yevgeny Alekseevich Ryzhkov'],
    ['Рыжков Ю. А.', 'Yury Alekseevich Ryzhkov'],
    ['Ryzhkov V.V.', 'Viktor Vadimovich Ryzhkov'],
  ])('%s / %s', (a, b) => {
    expect(person(a, b)).toBeGreaterThanOrEqual(0.8);
  });
  test('others are another person', () => {
    expect(person('Ryzhkov K.V.', 'Yevgeny Alekseevich Ryzhkov')).toBeLessThan(0.7);
  });
});

describe('Arabic names', () => {
  test('father and son are two persons', () => {
    expect(person('Bashir Qasim al-Rawi', 'Qasim Bashir al-Rawi')).toBeLessThan(0.7);
    expect(person('Abdulaziz Ali al-Rawi', 'Ali Abdulaziz al-Rawi')).toBeLessThan(0.7);
    expect(person('Rawi, Qasim Bashir', 'Qasim Bashir al-Rawi')).toBeGreaterThanOrEqual(0.9);
  });
  test('an ending that makes another name of a name is heard in Arabic script too', () => {
    expect(person('نادر کریمی', 'Nader Karimi')).toBeGreaterThan(person('نادر کریمی', 'Nader Karim') + 0.03);
  });
  test('names that are merely alike and stand crosswise are hardly one', () => {
    expect(person('Kasmir Dobrol', 'Tabrol Kasmir')).toBeLessThan(person('Kasmir Dobrol', 'Kasmir Tabrol') - 0.05);
  });
  test.each([
    ['Ali Aldossary', 'Ali al-Dosari'],
    ['Abdelkader Bensalah', 'Abdul Qadir bin Salih'],
  ])('%s / %s', (a, b) => {
    expect(person(a, b)).toBeGreaterThanOrEqual(0.85);
    expect(person(b, a)).toBeGreaterThanOrEqual(0.85);
  });
});

describe('words that are a title in some places only', () => {
  test.each([
    ['Gen. Kim Yong Chol', 'Kim Yong Chol', 0.98],
    ['Qari Din Hakim', 'Din Hakim', 0.9],
    ['Dr. Ing. Karl Muster', 'Karl Muster', 0.9],
  ])('%s / %s', (a, b, least) => {
    expect(person(a, b)).toBeGreaterThanOrEqual(least);
  });
  test.each([
    ['Tan Eng Bock', 'Tan Bock'],
    ['Kim Yong Jun', 'Kim Yong'],
    ['Pak Ji Won', 'Pak Won'],
  ])('%s is not quite %s', (a, b) => {
    expect(person(a, b)).toBeLessThan(0.95);
  });
});

describe('organisations in other languages and by their first letters', () => {
  test.each([
    ['东海国际贸易有限公司', 'Donghai International Trading Co., Ltd.'],
    ['東海船務有限公司', 'DONG HAI SHIPPING LIMITED'],
    ['朝鲜联合机械贸易会社', 'Korea Joint Machinery Trading Company'],
    ['المجموعة المقاتلة السودانية', 'Sudanese Combatant Group'],
    ["Front de l'unité d'Afrique de l'Ouest", 'Front Unité, Afrique Ouest'],
    ['Mouvement Sanbol du Nord', 'North Sanbol Movement'],
  ])('%s may be asked for %s', (a, b) => {
    expect(company(a, b)).toBeGreaterThanOrEqual(0.7);
  });
  test.each([
    ['SCST', 'Sample Committee for Space Technology'],
    ['FNIB', 'First Northern Investment Bank Limited'],
    ['FNIBL', 'First Northern Investment Bank Limited'],
  ])('%s / %s', (a, b) => {
    expect(company(a, b)).toBeGreaterThanOrEqual(0.7);
    expect(company(b, a)).toBeGreaterThanOrEqual(0.6);
  });
  test('another own part is another company', () => {
    expect(company('东海国际贸易有限公司', 'Nanshan International Trading Co., Ltd.')).toBeLessThan(0.7);
  });
});

describe('two names', () => {
  test.each([
    ['Kim Yong Chol', 'Kim Yong Nam'],
    ['Hassan Ali Saleh', 'Hussein Omar Saleh'],
    ['Omar bin Abdullah al-Sample', 'Abdullah bin Omar al-Sample'],
    ['Viktor Samplovich', 'Boris Samplovich'],
    ['习近平', '习近朋'],
  ])('%s / %s', (a, b) => {
    expect(person(a, b)).toBeLessThan(0.7);
  });
  test.each([
    ['Sample Fund 2', 'Sample Fund 3'],
    ['Sample Fund II', 'Sample Fund III'],
    ['Volkswagen AG', 'Siemens AG'],
    ['Sample Bank', 'Sample Bank Mexico'],
  ])('%s / %s', (a, b) => {
    expect(company(a, b)).toBeLessThan(0.75);
  });
});

describe('syllables of organisations that are written apart', () => {
  const words = (name: string): string[] => analyseName(name, 'organisation').tokens.map((token) => token.text);
  test('come to one word', () => {
    expect(words('Tan Mun Gang Trading')).toEqual(['tanmungang', 'trading']);
  });
  test('common tokens, numbers and particles are none, and a long row is several names', () => {
    expect(words('Union Tan 2 Mun')).toEqual(['union', 'tan', '2', 'mun']);
    expect(words('Jang Ja San Chong Nyon Ho')).toHaveLength(6);
  });
});

describe('any two texts', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 40, unit: 'grapheme' }),
    fc.constantFrom('Kim Il', 'الله', '金', '김', 'A. B.', 'x'.repeat(290)),
  );
  test('the score lies between 0 and 1, and a name is itself', () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom('person', 'organisation', 'craft', 'any'), (a, b, kind) => {
        const [x, y] = [analyseName(a, kind as 'person'), analyseName(b, kind as 'person')];
        const { score } = compareNames(x, y);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        if (x.tokens.length > 0 && x.key !== '' && !x.tokens.some((t) => t.text === ''))
          expect(compareNames(x, analyseName(a, kind as 'person')).score).toBeGreaterThan(0.98);
      }),
      { numRuns: process.env.PANEL_LONG === '1' ? 20_000 : 500 },
    );
  });
});
