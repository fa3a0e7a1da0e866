import iconv from 'iconv-lite';
import { guessEncodings } from './guess-encoding';

const list = (...values: string[]) => `file,title,artist\r\na.jpg,${values.join(',')}\r\n`;

test.each([
  ['windows-1252', list('Selbstbildnis', 'Käthe Kollwitz')],
  ['windows-1252', list('L’été – étude', 'Édouard Manet')],
  ['windows-1252', list('Niña', 'Pablo Picasso')],
  ['shift_jis', list('神奈川沖浪裏', '葛飾北斎')],
  ['shift_jis', list('富嶽三十六景のうち', '北斎')],
  ['euc-jp', list('神奈川沖浪裏', '葛飾北斎')],
  ['euc-jp', list('見返り美人図', '菱川師宣')],
  ['gb18030', list('清明上河图', '张择端')],
  ['big5', list('谿山行旅圖', '范寬')],
  ['euc-kr', list('인왕제색도', '정선')],
  ['windows-1251', list('Чёрный квадрат', 'Казимир Малевич')],
  ['koi8-r', list('Чёрный квадрат', 'Казимир Малевич')],
  ['windows-1250', list('Příběh žlutého koně', 'Josef Čapek')],
  ['iso-8859-2', list('Łódź', 'Władysław Strzemiński')],
  ['macintosh', list('Selbstbildnis', 'Käthe Kollwitz')],
  ['macintosh', list('L’été', 'Édouard Manet')],
  ['windows-1253', list('Το παιδομάζωμα', 'Νικόλαος Γύζης')],
  ['windows-1254', list('Kaplumbağa Terbiyecisi', 'Osman Hamdi Bey')],
  ['windows-1257', list('Pavasario sonata, Žvaigždžių', 'Mikalojus Konstantinas Čiurlionis')],
  ['utf-16le', list('The Great Wave', 'Hokusai')],
  ['utf-16be', list('The Great Wave', 'Hokusai')],
])('%s is recognised in %j', (encoding, text) => {
  expect(guessEncodings(iconv.encode(text, encoding, { addBOM: false }))[0]).toBe(encoding);
});
