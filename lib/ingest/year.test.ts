import { yearFromText } from './year';

describe('The year of a date as a museum prints it', () => {
  test.each<[string, number | null]>([
    ['1889', 1889],
    ['c. 1889', 1889],
    ['about 1889', 1889],
    ['ca.1503–1519', 1503],
    ['1830–32', 1830],
    ['1889年', 1889],
    ['１８８９年頃', 1889],
    ['12 May 1889', 1889],
    ['1889/05/12', 1889],
    ['1889 (printed 1920)', 1889],
    ['1880s', 1880],
    ['A.D. 835', 835],
    ['19th century', 1801],
    ['early 19th century', 1801],
    ['mid-19th century', 1834],
    ['late 19th century', 1866],
    ['19世紀後期', 1866],
    ['XIXe siècle', 1801],
    ['siglo XVII', 1601],
    ['XVII век', 1601],
    ['18. Jahrhundert', 1701],
    ['500 BC', -500],
    ['c. 450 B.C.E.', -450],
    ['紀元前500年', -500],
    ['3rd century BCE', -300],
    ['undated', null],
    ['n.d.', null],
    ['No. 12', null],
    ['99999', null],
    ['明治22年', null],
    ['', null],
  ])('%p is %p', (text, year) => {
    expect(yearFromText(text)).toBe(year);
  });
});
