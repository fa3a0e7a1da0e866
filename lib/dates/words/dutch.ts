import { type Words } from './words';

export const dutch: Words = {
  roles: {
    circa: 'omstreeks|ongeveer|rond|mogelijk|waarschijnlijk|vermoedelijk',
    before: 'voor|vóór',
    until: 'tot|uiterlijk|tot en met',
    after: 'na',
    since: 'vanaf|sinds|niet eerder dan',
    between: 'tussen',
    and: 'en|of',
    to: 'tot|tot en met|t m|t/m',
    century: 'eeuw|eeuwen|eeuwse',
    millennium: 'millennium',
    decade: 'jaren|decennium',
    bce: 'v chr|voor christus|v c|voor chr|v o j',
    ce: 'n chr|na christus|na chr|n c',
    early: 'begin|vroege|vroeg|aanvang',
    middle: 'midden|medio|half',
    late: 'eind|einde|late|laat',
    half: 'helft',
    third: 'derde deel',
    quarter: 'kwart',
    last: 'laatste',
    dynasty: 'dynastie',
    month:
      'januari|februari|maart|april|mei|juni|juli|augustus|oktober|november|december|voorjaar|zomer|najaar|herfst',
    undated: 'z d|zonder datum|z j|zonder jaar|ongedateerd',
    later: 'gedrukt|uitgegeven|herzien|gerestaureerd|gegoten|overschilderd',
  },
  ordinals:
    'eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|dertiende|veertiende|vijftiende|zestiende|zeventiende|achttiende|negentiende|twintigste|eenentwintigste',
};
