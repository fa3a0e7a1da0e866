import { type Words } from './words';

export const spanish: Words = {
  roles: {
    circa: 'hacia|alrededor de|aproximadamente|h|quizás|probablemente',
    before: 'antes de|anterior a|ante',
    until: 'hasta|no después de',
    after: 'después de|posterior a|tras',
    since: 'desde|a partir de|no antes de',
    between: 'entre',
    and: 'y|o|e',
    to: 'a|al|hasta',
    century: 'siglo|siglos|s|ss|sig',
    millennium: 'milenio',
    decade: 'años|década|década de|décadas',
    bce: 'a c|antes de cristo|a de c|a n e|antes de nuestra era',
    ce: 'd c|después de cristo|d de c|n e|de nuestra era',
    early: 'principios|comienzos|inicios|primeros años|principio',
    middle: 'mediados|medio',
    late: 'finales|fines|final|últimos años|fin',
    half: 'mitad',
    third: 'tercio',
    quarter: 'cuarto',
    last: 'último|última',
    dynasty: 'dinastía',
    month:
      'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|verano|otoño|invierno',
    undated: 's f|sin fecha|sin fechar',
    later: 'impreso|publicado|retocado|restaurado|fundido|edición',
  },
  ordinals: 'primer,primero,primera|segundo,segunda|tercer,tercero,tercera|cuarto,cuarta|quinto,quinta',
};
