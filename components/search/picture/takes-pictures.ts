/** Whether a part of the page takes pictures itself. */
export function takesPictures(): boolean {
  return document.querySelector('[data-takes-pictures]') !== null;
}
