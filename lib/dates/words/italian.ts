import { type Words } from './words';

export const italian: Words = {
  roles: {
    circa: 'verso|intorno al|ca|probabilmente|forse|attorno al',
    before: 'prima del|anteriore al|ante|prima di',
    until: 'entro|entro il|fino al|non oltre il',
    after: 'dopo|dopo il|posteriore al|post',
    since: 'dal|a partire dal|dall',
    between: 'tra|tra il|fra|fra il',
    and: 'e|e il|o|ed il',
    to: 'al|all',
    century: 'secolo|secoli|sec|secc',
    millennium: 'millennio',
    decade: 'anni|decennio',
    bce: 'a c|a c n|avanti cristo|av cr',
    ce: 'd c|dopo cristo|e v',
    early: 'inizio|inizi|principio|primi|primi anni|primo',
    middle: 'metà',
    late: 'fine|tardo|ultimi anni',
    half: 'metà',
    third: 'terzo',
    quarter: 'quarto',
    last: 'ultimo|ultima',
    dynasty: 'dinastia',
    month:
      'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|primavera|autunno|inverno',
    undated: 's d|senza data|non datato',
    later: 'stampato|pubblicato|rielaborato|restaurato|fusione|edizione',
  },
  ordinals:
    'primo,prima|secondo,seconda|terzo,terza|quarto,quarta|quinto,quinta|sesto|settimo|ottavo|nono|decimo|undicesimo|dodicesimo|tredicesimo|quattordicesimo|quindicesimo|sedicesimo|diciassettesimo|diciottesimo|diciannovesimo|ventesimo|ventunesimo',
  centuries: {
    duecento: 13,
    trecento: 14,
    quattrocento: 15,
    cinquecento: 16,
    seicento: 17,
    settecento: 18,
    ottocento: 19,
    novecento: 20,
  },
};
