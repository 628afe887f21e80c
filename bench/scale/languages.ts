import { type Dice, pick, rare } from './dice.ts';

export const LANGUAGES = ['fr', 'ru', 'ko', 'zh'] as const;
export type Language = 'en' | (typeof LANGUAGES)[number];

/** Sentences of the same theme; one of them is taken. */
export function foreignSentences(dice: Dice, language: Language): readonly string[] {
  const figure = 20 + Math.floor(rare(dice) * 900);
  const year = 2015 + Math.floor(dice() * 10);
  switch (language) {
    case 'fr':
      return [
        `Selon la douane, un navire venu de ${pick(dice, ['Nampo', 'Rajin'])} a livré ${figure} conteneurs de munitions en ${year}.`,
        `Le ministère a démenti avoir reçu ${figure} caisses et parle d’une livraison de vivres au port de Vostotchny.`,
        `Des images prises en ${year} montrent ${figure} wagons à la frontière, près du pont de l’Amitié.`,
      ];
    case 'ru':
      return [
        `Министерство обороны сообщило, что в ${year} году в порт Восточный прибыло ${figure} контейнеров.`,
        `По данным таможни, танкер доставил ${figure} тонн нефтепродуктов в порт ${pick(dice, ['Нампхо', 'Раджин'])}.`,
        `Представитель посольства отверг сообщения о передаче ${figure} снарядов и назвал их вымыслом.`,
      ];
    case 'ko':
      return [
        `국방부는 ${year}년에 북한이 러시아에 컨테이너 ${figure}개를 보냈다고 밝혔다.`,
        `${pick(dice, ['남포', '나진'])}항에서 유조선이 정제유 ${figure}배럴을 내렸다고 세관이 전했다.`,
        `외무성은 포탄 ${figure}발을 넘겼다는 보도를 부인했다.`,
      ];
    default:
      return [
        `国防部表示，${year}年朝鲜向俄罗斯运送了${figure}个集装箱。`,
        `海关称，一艘油轮在${pick(dice, ['南浦', '罗津'])}港卸下${figure}桶成品油。`,
        `外交部否认移交${figure}枚炮弹的报道。`,
      ];
  }
}
