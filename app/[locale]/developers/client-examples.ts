/** What each example does, in a few words, for the comment above it: keys of messages. */
export type ExampleName =
  'upload' | 'blend' | 'detail' | 'colours' | 'list' | 'table' | 'pages' | 'nearest' | 'picture';

export const exampleLanguages = ['curl', 'python', 'javascript'] as const;
export type ExampleLanguage = (typeof exampleLanguages)[number];

/**
 * Requests to copy, in each language with nothing but what comes with it (Node.js 20 for JavaScript). Tests run
 * them, with ids of works for FIRST_ID and OTHER_ID.
 * @param origin of this site, without a slash
 * @param comment what an example does
 */
export function clientExamples(origin: string, comment: Comment): Readonly<Record<ExampleLanguage, string>> {
  return {
    curl: curl(origin, comment),
    python: python(origin, comment),
    javascript: javascript(origin, comment),
  };
}

type Comment = (name: ExampleName) => string;

const curl = (origin: string, comment: Comment): string =>
  `# ${comment('upload')}
curl -F picture=@picture.jpg '${origin}/api/v1/search?by=style&limit=5'

# ${comment('blend')}
curl '${origin}/api/v1/search?style=FIRST_ID&content=OTHER_ID~0.5'

# ${comment('detail')}
curl '${origin}/api/v1/search?style=FIRST_ID@25,40,30,20'

# ${comment('colours')}
curl '${origin}/api/v1/search?palette=1d3b5a:60,c8a24a:40'

# ${comment('list')}
curl '${origin}/api/v1/artworks?q=sea&from=1800&to=1900'

# ${comment('table')}
curl '${origin}/api/v1/artworks?limit=100&as=csv'`;

const python = (origin: string, comment: Comment): string =>
  `import json, urllib.request

def read(path):
    with urllib.request.urlopen("${origin}" + path) as answer:
        return json.load(answer)

# ${comment('pages')}
path = "/api/v1/artworks?limit=100"
while path:
    page = read(path)
    for work in page["artworks"]:
        print(work["id"], work["title"])
    path = page["links"]["next"]

# ${comment('nearest')}
for hit in read("/api/v1/search?style=FIRST_ID&limit=5")["hits"]:
    strength = hit["strength"]
    print(hit["rank"], hit["artwork"]["title"], strength and strength["percentile"])`;

const javascript = (origin: string, comment: Comment): string =>
  `import { openAsBlob } from 'node:fs';

// ${comment('picture')}
const form = new FormData();
form.set('picture', await openAsBlob('picture.jpg'), 'picture.jpg');
const answer = await fetch('${origin}/api/v1/search?by=style&limit=5', { method: 'POST', body: form });
const result = await answer.json();
if (!answer.ok) throw new Error(result.detail);
for (const { rank, artwork } of result.hits) console.log(rank, artwork.title, artwork.links.page);
console.log('${origin}' + result.upload.url);`;
