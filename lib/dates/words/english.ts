import { type Words } from './words';

export const english: Words = {
  roles: {
    circa:
      'c|ca|circa|cca|about|around|approximately|approx|probably|possibly|perhaps|likely|presumably|attributed to',
    before: 'before|prior to|ante|pre|earlier than',
    until: 'by|until|till|up to|not later than|no later than|to before|terminus ante quem',
    after: 'after|post|later than',
    since: 'since|from|not before|not earlier than|no earlier than|begun|begun in|started',
    between: 'between',
    and: 'and|or|&',
    to: 'to|through|thru|into|finished|completed',
    century: 'century|centuries|cent|c.',
    millennium: 'millennium|millenium|millennia|mill',
    decade: 'decade|decades',
    bce: 'bc|b c|bce|b c e|before christ|before common era',
    ce: 'ad|a d|ce|c e|anno domini|anno',
    hijri: 'ah|a h|hijri|hegira',
    early: 'early|beginning|start|first years|opening',
    middle: 'mid|middle|mid to',
    late: 'late|end|close|later part|latter part',
    half: 'half|halves',
    third: 'third|thirds',
    quarter: 'quarter|quarters|qtr',
    last: 'last|final|latter',
    dynasty: 'dynasty|dyn',
    month:
      'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|spring|summer|autumn|winter',
    undated: 'undated|n d|nd|no date|date unknown|unknown|not dated',
    later:
      'printed|reprinted|published|reworked|restored|cast|recast|edition|impression|after a|repainted|altered|retouched|acquired|purchased|framed|copy after|born|died',
  },
  ordinals:
    'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth,twentyieth|twenty-first',
};
