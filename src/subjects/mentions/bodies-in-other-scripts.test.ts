import { expect, it } from 'vitest';
import { bodiesInOtherScripts } from './bodies-in-other-scripts.ts';

const names = (text: string): readonly string[] =>
  bodiesInOtherScripts(text).map(({ start, end }) => text.slice(start, end));

it.each([
  ['Груз оплатила компания «Северный причал».', ['Северный причал']],
  ['По данным фирмы «Ладога», судно ушло.', ['Ладога']],
  ['대금은 모란봉해운유한공사가 냈다.', ['모란봉해운유한공사']],
  ['선주는 칭다오 룽셩 수산유한공사로 알려졌다.', ['칭다오 룽셩 수산유한공사']],
  ['북한 삼태성무역회사의 계좌가 동결됐다.', ['삼태성무역회사']],
])('finds a body that the text calls one: %s', (text, found) => {
  expect(names(text)).toEqual(found);
});

it.each([
  'Он ответил «не знаю».',
  'Компания «не указана в реестре».',
  'Танкер «Тихая бухта» ушёл.',
  '한 무역회사가 대금을 냈다.',
  '중국 무역회사와 거래했다.',
  '이 회사는 주식회사이다.',
])('takes no other words for a body: %s', (text) => {
  expect(names(text)).toEqual([]);
});
