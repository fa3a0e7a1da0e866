/** What a visitor reads for each network. */
const words: Readonly<Record<string, string>> = {
  vgg19: 'VGG19',
  lite: 'the compact network, trained to see as VGG19 does',
};

export function networkWords(name: string): string {
  return words[name] ?? name;
}
