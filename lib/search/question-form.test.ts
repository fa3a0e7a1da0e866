import { addressFromForm } from './question-form';

const hrefOf = (form: string) => addressFromForm(new URLSearchParams(form));

describe('the form of weights', () => {
  test('has a weight for every kind of every picture, also away from it', () => {
    expect(hrefOf('style~a=100&content~a=0&style~b@10,10,50,50=-50&palette~b=25')).toBe(
      '/search?style=a&style=b@10,10,50,50~-0.5&palette=b~0.25',
    );
  });

  test('leaves a single wish to be near at 1, and one to be far as it is', () => {
    expect(hrefOf('style~a=35&content~a=0')).toBe('/search?style=a');
    expect(hrefOf('style~a=-35')).toBe('/search?style=a~-0.35');
  });

  test('keeps the filters, and begins with the first page', () => {
    expect(hrefOf('style~a=50&content~b=50&q=sea&page=3')).toBe('/search?style=a~0.5&content=b~0.5&q=sea');
  });

  test('reads a weight that no slider sends as the nearest that one does', () => {
    expect(hrefOf('style~a=900&style~b=-900')).toBe('/search?style=a&style=b~-1');
    expect(hrefOf('style~a=a+lot')).toBe('/search?style=a');
  });
});

describe('the form of a detail', () => {
  const detail = 'detail.x=10&detail.y=12,5&detail.width=30&detail.height=40';

  test('sets the part of one picture, in all that is asked of it', () => {
    expect(hrefOf(`style=a~0.5&content=a&style=b&of=a&${detail}`)).toBe(
      '/search?style=a@10,12.5,30,40~0.5&style=b&content=a@10,12.5,30,40',
    );
  });

  test('replaces another part, and blank fields mean the whole picture', () => {
    const before = 'style=a@1,1,50,50&of=a@1,1,50,50';
    expect(hrefOf(`${before}&${detail}`)).toBe('/search?style=a@10,12.5,30,40');
    expect(hrefOf(`${before}&detail.x=&detail.y=&detail.width=&detail.height=`)).toBe('/search?style=a');
  });

  test('leads to an address that says what is wrong with it', () => {
    expect(hrefOf('style=a&of=a&detail.x=90&detail.y=0&detail.width=30&detail.height=40')).toBe(
      '/search?style=a@90,0,30,40',
    );
    expect(hrefOf('style=a&of=a&detail.x=9')).toBe('/search?style=a@9,,,');
  });
});

describe('the form of colours', () => {
  test('adds a palette of the colours that have a share', () => {
    expect(
      hrefOf(
        'style=a&picked.colour=%231D3B5A&picked.share=60&picked.colour=%23c8a24a&picked.share=40&picked.colour=%23000000&picked.share=0',
      ),
    ).toBe('/search?style=a&palette=1d3b5a:60,c8a24a:40');
  });

  test('adds up the shares of a colour that was picked twice', () => {
    expect(
      hrefOf(
        'picked.colour=%231D3B5A&picked.share=60&picked.colour=%231d3b5a&picked.share=50&picked.colour=%23000000&picked.share=5',
      ),
    ).toBe('/search?palette=1d3b5a:100,000000:5');
  });

  test('keeps the colours that a list is narrowed by', () => {
    expect(hrefOf('style=a&colour=blue&picked.colour=%231D3B5A&picked.share=60')).toBe(
      '/search?style=a&palette=1d3b5a:60&colour=blue',
    );
  });

  test('changes nothing without a share', () => {
    expect(hrefOf('style=a&picked.colour=%231D3B5A&picked.share=0')).toBe('/search?style=a');
  });
});
