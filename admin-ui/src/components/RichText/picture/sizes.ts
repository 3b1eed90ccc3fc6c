/** The widths in which the server keeps an image, besides its own. */
const SMALLER = [400, 800];
/** As wide as the column of a text on a screen. */
const ENOUGH = 800;

/** How an image is named in a text. */
export const IN_TEXT = 'media:';

/** Where images are given to who is signed in. */
export const MEDIA = '/api/v1/media';

/** The address of the size of an image that a screen shows. */
export function pictureUrl(sha256: string, width: number, root = MEDIA): string {
  const size = [...SMALLER.filter((one) => one < width), width].find((one) => one >= ENOUGH) ?? width;
  return `${root}/${sha256}/${size}.jpg`;
}
