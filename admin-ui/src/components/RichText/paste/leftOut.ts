import { count } from '@/words';

/** How much of what was pasted did not come along, by kind. */
export interface LeftOut {
  images: number;
  embedded: number;
  comments: number;
  deletions: number;
  crossedOut: number;
  links: number;
}

export const noneLeftOut = (): LeftOut => ({ images: 0, embedded: 0, comments: 0, deletions: 0, crossedOut: 0, links: 0 });

const were = (n: number): string => (n === 1 ? 'was' : 'were');

/** What to say of it after a paste, one sentence a kind; nothing when everything came along. */
export function tellLeftOut(left: LeftOut): string[] {
  const { images, embedded, comments, deletions, crossedOut, links } = left;
  return [
    images > 0 && `${count(images, 'image')} ${were(images)} left out. Add ${images === 1 ? 'it' : 'them'} with Picture.`,
    embedded > 0 && `${count(embedded, 'video or other embedded part', 'videos or other embedded parts')} ${were(embedded)} left out.`,
    comments > 0 && `${count(comments, 'comment')} ${were(comments)} left out.`,
    deletions > 0 && 'Words marked as deleted were left out.',
    crossedOut > 0 && 'Crossed-out words came along as plain words.',
    links > 0 && `${count(links, 'link')} that ${links === 1 ? 'does' : 'do'} not lead to a page on the web ${were(links)} left out; the words stayed.`,
  ].filter((sentence) => sentence !== false);
}
