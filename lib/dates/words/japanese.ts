import { type Words } from './words';

export const japanese: Words = {
  roles: {
    circa: '頃|ころ|ごろ|約|およそ|推定|伝',
    before: '以前|より前',
    until: 'まで',
    after: '以後|以降|より後',
    and: 'と|および|または|か',
    to: 'から|〜|～|至',
    century: '世紀',
    millennium: '千年紀',
    decade: '年代',
    bce: '紀元前|前|西暦前',
    ce: '西暦|紀元|紀元後|後',
    early: '初期|初頭|初め|はじめ|前期|初|早期|上旬',
    middle: '中期|半ば|中頃|中葉|なかば|中ごろ',
    late: '後期|末期|末|終わり|晩期|末葉|終り',
    dynasty: '王朝|第王朝',
    year: '年|年間',
    month: '月',
    day: '日',
    undated: '年代不詳|制作年不詳|不詳|年不詳|無款年不詳|製作年不詳',
    later: '再刷|改訂|後刷|刊行',
  },
};

/** Halves, as they stand after a century: 19世紀前半. */
export const japaneseHalves = { first: '前半', second: '後半' } as const;
