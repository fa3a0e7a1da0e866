import { type Words } from './words';

export const german: Words = {
  roles: {
    circa: 'um|etwa|zirka|ungefähr|wohl|vermutlich|wahrscheinlich',
    before: 'vor',
    until: 'bis|spätestens|bis spätestens',
    after: 'nach',
    since: 'seit|ab|frühestens',
    between: 'zwischen',
    and: 'und|oder|u',
    to: 'bis',
    century: 'jahrhundert|jahrhunderts|jahrhunderte|jh|jhd|jhdt|jhs|jahrh',
    millennium: 'jahrtausend|jahrtausends|jt',
    decade: 'jahre|jahren|jahrzehnt|dekade',
    bce: 'v chr|vor chr|vor christus|v u z|vor unserer zeitrechnung|v d z',
    ce: 'n chr|nach chr|nach christus|n u z|unserer zeitrechnung',
    early: 'anfang|beginn|frühes|frühe|früher|frühen',
    middle: 'mitte|mittleres|mittlere',
    late: 'ende|spätes|späte|später|späten|ausgang',
    half: 'hälfte|h.',
    third: 'drittel|dr.',
    quarter: 'viertel|v.',
    last: 'letzte|letzten|letztes|letzter',
    dynasty: 'dynastie',
    month:
      'januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|frühjahr|frühling|sommer|herbst',
    undated: 'o d|o j|ohne datum|ohne jahr|undatiert|nicht datiert',
    later: 'gedruckt|druck|veröffentlicht|überarbeitet|übermalt|guss|gegossen|restauriert|abzug',
  },
  ordinals:
    'erste,ersten,erstes,erster|zweite,zweiten,zweites,zweiter|dritte,dritten,drittes|vierte,vierten,viertes|fünfte,fünften,fünftes|sechste,sechsten|siebte,siebten,siebente|achte,achten|neunte,neunten|zehnte,zehnten|elfte,elften|zwölfte,zwölften|dreizehnte,dreizehnten|vierzehnte,vierzehnten|fünfzehnte,fünfzehnten,fünfzehntes|sechzehnte,sechzehnten,sechzehntes|siebzehnte,siebzehnten,siebzehntes|achtzehnte,achtzehnten,achtzehntes|neunzehnte,neunzehnten,neunzehntes|zwanzigste,zwanzigsten,zwanzigstes',
};
