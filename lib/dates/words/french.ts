import { type Words } from './words';

export const french: Words = {
  roles: {
    circa: 'vers|environ|env|peut-être|probablement|sans doute|autour de',
    before: 'avant',
    until: 'jusque|jusqu en|jusqu a|au plus tard|au plus tard en',
    after: 'après',
    since: 'depuis|à partir de|dès|au plus tôt',
    between: 'entre',
    and: 'et|ou',
    to: 'à|au',
    century: 'siècle|siècles|s.',
    millennium: 'millénaire|millénaires',
    decade: 'années|décennie|ans',
    bce: 'av j c|av jc|avant j c|avant jc|avant jésus christ|av n è|avant notre ère',
    ce: 'ap j c|ap jc|après j c|après jésus christ|de notre ère',
    early: 'début|commencement|premières années',
    middle: 'milieu|mi',
    late: 'fin|dernières années',
    half: 'moitié',
    third: 'tiers',
    quarter: 'quart',
    last: 'dernier|dernière',
    dynasty: 'dynastie',
    month:
      'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|printemps|été|automne|hiver',
    undated: 's d|sans date|non daté|non datée',
    later: 'imprimé|tirage|publié|édité|remanié|repris|restauré|fondu|fonte',
  },
  ordinals:
    'premier,première|deuxième,second,seconde|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième|onzième|douzième|treizième|quatorzième|quinzième|seizième|dix-septième|dix-huitième|dix-neuvième|vingtième|vingt et unième',
};
