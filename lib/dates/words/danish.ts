import { type Words } from './words';

export const danish: Words = {
  roles: {
    circa: 'omkring|cirka|formentlig|antagelig|muligvis|sandsynligvis',
    before: 'før|inden',
    until: 'senest|indtil',
    after: 'efter',
    since: 'siden|fra|tidligst',
    between: 'mellem',
    and: 'og|eller',
    to: 'til',
    century: 'århundrede|århundredes|årh|årh.',
    millennium: 'årtusind',
    decade: 'årene|årti|erne',
    bce: 'f kr|før kristus|f v t',
    ce: 'e kr|efter kristus|e v t',
    early: 'begyndelsen|begyndelsen af|tidlig|tidligt|starten|beg|første år',
    middle: 'midten|midten af|midt',
    late: 'slutningen|slutningen af|sen|sent|slut|sidste år',
    half: 'halvdel|halvdel af',
    third: 'tredjedel',
    quarter: 'kvart|fjerdedel',
    last: 'sidste',
    dynasty: 'dynasti',
    month:
      'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|forår|sommer|efterår',
    undated: 'u d|uden dato|udateret|u å',
    later: 'trykt|udgivet|omarbejdet|restaureret|støbt',
  },
  ordinals:
    'første|anden,andet|tredje|fjerde|femte|sjette|syvende|ottende|niende|tiende|ellevte|tolvte|trettende|fjortende|femtende|sekstende|syttende|attende|nittende|tyvende',
};
