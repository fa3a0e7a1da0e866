/**
 * The collection a picture came from: everything before the last `:` of its `source`, so that
 * `owner:repository:folder/file.jpg` gives `owner:repository`. Without a colon the whole source is its own family.
 */
export function sourceFamily(source: string): string {
  const end = source.lastIndexOf(':');
  return end > 0 && !source.slice(0, end).match(/^https?$/) ? source.slice(0, end) : webHost(source);
}

function webHost(source: string): string {
  return URL.canParse(source) ? new URL(source).host : source;
}
