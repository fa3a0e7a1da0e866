/**
 * A year as ISO 8601 and W3CDTF write it, with four digits: `0079`. Years before the common era count from 0 there, so
 * 44 BCE (-44) is `-0043`.
 */
export function yearText(year: number): string {
  const astronomical = year < 0 ? year + 1 : year;
  const digits = String(Math.abs(astronomical)).padStart(4, '0');
  return astronomical < 0 ? `-${digits}` : digits;
}
