import { type SomeDetails } from '../support/artworks';

type Work = SomeDetails;

/** A text of a search, and a work that it finds or does not find. */
export interface TextPair {
  readonly query: string;
  readonly work: Work;
  readonly isFound: boolean;
}

const title = (text: string): Work => ({ title: text });
const artist = (name: string): Work => ({ title: 'Untitled', artist: name });
const inText = (description: string): Work => ({ title: 'Untitled', description });

const found: readonly (readonly [Work, ...queries: string[]])[] = [
  // Latin: accents, strokes, ligatures, with and without.
  [title('Le Déjeuner sur l’herbe'), 'dejeuner', 'DÉJEUNER', 'De\u0301jeuner', 'herbe', 'lherbe', "l'herbe"],
  [title('Peinture à l’huile'), 'huile', 'l´huile', 'lʼhuile', 'l`huile', 'à l‘huile', 'peinture huile'],
  [title('L’Âge d’or'), 'age', 'or', "l'age d'or", 'age d or', 'lage dor'],
  [title('Huile sur toile'), "l'huile", 'd’huile'],
  [title('Venere dell’Arte'), 'arte', 'dell’arte', 'dellarte', 'venere'],
  [title('La col·lecció de l’Hospitalet'), 'colleccio', 'col·lecció', 'hospitalet', 'col lecció'],
  [artist('Albrecht Dürer'), 'Dürer', 'Durer', 'Duerer', 'DUERER', 'dür', 'Albrecht Duerer'],
  [artist('Hans Mueller'), 'Müller', 'Mueller', 'MÜLLER'],
  [artist('Søren Åkerblom'), 'Soren', 'Soeren', 'Søren', 'Akerblom', 'Aakerblom', 'Åkerblom'],
  [artist('Władysław Podkowiński'), 'Wladyslaw', 'podkowinski', 'Władysław'],
  [artist('Đorđe Krstić'), 'Djordje', 'Dorde', 'Đorđe', 'krstic'],
  [title('Die Straße bei Nacht'), 'strasse', 'STRASSE', 'straße', 'straẞe'],
  [title('Ægir og Þór'), 'aegir', 'thor', 'Þór', 'ægir'],
  [title('Sacré-Cœur'), 'coeur', 'sacre coeur', 'sacré-cœur', 'sacrecoeur'],
  [artist('Vincent van Gogh'), 'Gogh, Vincent van', 'van gogh', 'Vincent Gogh', 'GOGH (Vincent)'],
  [artist('Rijn, Rembrandt van'), 'Rembrandt van Rijn', 'rembrandt'],
  [artist('Georgia O’Keeffe'), 'okeeffe', "O'Keeffe", 'o keeffe', 'keeffe', 'OʻKeeffe'],
  [title('Hawaiʻi in spring'), 'hawaii', "Hawai'i", 'hawai‘i'],
  [{ title: 'Untitled', movement: 'Ukiyo-e' }, 'ukiyo-e', 'ukiyoe', 'ukiyo', 'ukiyo e'],
  [artist('Henri de Toulouse-Lautrec'), 'lautrec', 'toulouse lautrec', 'Toulouse‑Lautrec', 'toulouse-l'],
  [title('İstanbul’da bir gün'), 'istanbul', 'İSTANBUL', 'gun'],
  [title('Phố Hàng Đường'), 'pho hang duong', 'Hàng Đường'],
  [title('ﬁne ﬂowers ①'), 'fine', 'flowers', '1'],
  // Greek.
  [artist('Νικόλαος Γύζης'), 'ΓΥΖΗΣ', 'γυζης', 'Γύζης', 'γυζησ', 'Νικολαος'],
  [title('Ο Άγιος Γεώργιος'), 'ΑΓΙΟΣ ΓΕΩΡΓΙΟΣ', 'αγιος', 'γεωργ'],
  // Cyrillic.
  [title('Чёрный квадрат'), 'черный', 'ЧЁРНЫЙ КВАДРАТ', 'квадрат', 'квадр'],
  [artist('Илья Репин'), 'репин', 'Репин, Илья', 'ИЛЬЯ'],
  [inText('Холст, масло. Волны Чёрного моря.'), 'волны', 'масло', 'моря'],
  // Hebrew and Arabic: with and without points.
  [title('שִׁיר הַשִּׁירִים'), 'שיר השירים', 'השירים'],
  [title('מרק שאגאל'), 'שאגאל', 'שאג'],
  [artist('مُحَمَّد سعيد'), 'محمد', 'مُحَمَّد', 'سعيد'],
  [title('لوحة الأمير'), 'لوحه', 'الامير', 'الأمير', 'لوحـة'],
  [title('بسم الله صلى الله عليه وسلم'), 'ﷺ', 'الله'],
  [title('نگارگری ایرانی'), 'نگارگری', 'ایرانی', 'ايراني'],
  // Devanagari.
  [title('हिन्दी चित्रकला'), 'हिन्दी', 'चित्रकला', 'चित्र'],
  [artist('राजा रवि वर्मा'), 'रवि वर्मा', 'वर्मा, राजा रवि'],
  // Thai: no blanks.
  [title('ภาพวาดช้างเผือก'), 'ช้าง', 'ช้างเผือก', 'ภาพวาด', 'เผือก'],
  // Japanese: any part of two characters and more, in any field.
  [title('富嶽三十六景 神奈川沖浪裏'), '浪裏', '三十六景', '富嶽', '神奈川', '神奈川沖浪裏', '沖浪'],
  [artist('葛飾北斎'), '北斎', '葛飾', '葛飾北斎', '葛飾 北斎', '飾北', '北', '葛飾北齋'],
  [artist('歌川 広重'), '広重', '歌川広重', '歌川　広重', '広重 歌川'],
  [{ title: 'Untitled', subject: '東海道五十三次・日本橋' }, '日本橋', '五十三次', '東海道'],
  [
    inText('この絵は名所江戸百景のひとつで、亀戸の梅屋舗を描いている。'),
    '江戸',
    '梅屋舗',
    '名所江戸百景',
    '描いて',
  ],
  [
    artist('ヴィンセント・ファン・ゴッホ'),
    'ゴッホ',
    'ファンゴッホ',
    'ファン・ゴッホ',
    'ｺﾞｯﾎ',
    'ヴィンセント',
  ],
  [title('がま蛙と仙人'), 'がま', 'か\u3099ま', '仙人', 'がま蛙'],
  [{ title: 'Untitled', medium: '絹本着色' }, '着色', '絹本'],
  [title('㈱山水'), '株', '山水'],
  [title('辻\u{E0100}が花'), '辻が花'],
  // Chinese.
  [title('清明上河圖'), '清明', '上河', '清明上河圖', '河圖'],
  [artist('张择端'), '择端', '张择端'],
  [title('𠮷野の桜'), '𠮷野', '𠮷', '野の桜'],
  // Korean.
  [artist('김홍도'), '홍도', '김홍도', '김', '김홍\u1103\u1169'],
  [title('씨름하는 사람들'), '씨름', '사람', '하는'],
  // Armenian and Georgian.
  [artist('Հովհաննես Այվազովսկի'), 'այվազովսկի', 'ԱՅՎԱԶՈՎՍԿԻ', 'հովհ'],
  [artist('ნიკო ფიროსმანი'), 'ფიროსმანი', 'ნიკო', 'ფირ'],
  // Words that no work has: by likeness, in every field, and as another script spells them.
  [title('Guernica'), 'guernika', 'gernica'],
  [inText('A harlequin juggles beside an acrobat.'), 'harlequn', 'acrobatt'],
  [{ title: 'Untitled', medium: 'Gouache on vellum' }, 'gouach', 'velum'],
  [artist('Claude Monet'), 'monnet', 'Моне'],
  [artist('Wassily Kandinsky'), 'Кандинский', 'kandinski'],
  [inText('Der Leuchtturm im Gewitter'), 'Leuchturm', 'gewiter'],
  [title('Девятый вал'), 'девятыи', 'девятй'],
  [artist('ヨハネス・フェルメール'), 'フェルメル', 'フエルメール'],
  [inText('狩野永徳の弟子による金碧障壁画'), '金碧障壁図', '狩野永德'],
];

const notFound: readonly (readonly [Work, ...queries: string[]])[] = [
  [title('がま蛙と仙人'), 'か', 'かま', 'ま蛙仙'],
  [title('ハハとチチ'), 'バ', 'パ'],
  [artist('葛飾北斎'), '斎北', '北斎漫画', '葛北'],
  [artist('歌川 広重'), '広川', '重歌'],
  [artist('김홍도'), '호', '홍두', '홍도김'],
  [artist('Claude Monet'), 'manet', 'monet wave'],
  [title('清明上河圖'), '明清', '河上'],
  [artist('Илья Репин'), 'Репина Крамской', 'Илья Крамской'],
  [title('L’Âge d’or'), 'ageless', 'gold'],
  [title('ภาพวาดช้างเผือก'), 'วาดนก'],
];

const pairsOf = (table: typeof found, isFound: boolean): TextPair[] =>
  table.flatMap(([work, ...queries]) => queries.map((query) => ({ query, work, isFound })));

/** Texts in ten scripts and more. */
export const textPairs: readonly TextPair[] = [...pairsOf(found, true), ...pairsOf(notFound, false)];

/** Texts without any letter or digit: they find nothing. */
export const wordless = [
  '!',
  '...',
  '""',
  "'",
  '-',
  '・',
  '。',
  '\u0301',
  '\0',
  '\ud800',
  '()',
  '⸺',
  '\u200b',
  '`´',
];
