import { createContext } from 'react';
import { IN_TEXT, MEDIA, pictureUrl } from '@/components/RichText/picture/sizes';
import type { Picture } from '@/saving/sectionText';
import type { Draw } from './html';

/** Where the images of the texts below are given. */
export const PictureRoot = createContext(MEDIA);

const CLIENTS: Record<Picture['clients'], string> = {
  not_asked: 'Not said whether a client is shown.',
  none_shown: 'No client is shown.',
  consent_held: 'A client is shown and agreed in writing.',
};

/** Draws each picture with its words, and with what only those are told who see it. */
export function withPictures(pictures: readonly Picture[], root: string, draw: Draw | undefined): Draw {
  return (element, children, key) => {
    const own = draw?.(element, children, key);
    if (own !== undefined || element.nodeName !== 'FIGURE') return own;
    const name = element.querySelector('img')?.getAttribute('src')?.slice(IN_TEXT.length);
    const picture = pictures.find((one) => one.sha256 === name);
    // Where nothing is known of it, as among earlier words, it is named.
    if (picture === undefined) {
      return (
        <figure key={key}>
          <figcaption>[picture]</figcaption>
        </figure>
      );
    }
    const about = [picture.credit, picture.licence].filter((text) => text !== '').join(' · ');
    return (
      <figure key={key}>
        <img src={pictureUrl(picture.sha256, picture.width, root)} width={picture.width} height={picture.height} alt={picture.alt ?? ''} loading="lazy" />
        <figcaption>
          {picture.caption} {about !== '' && <small>{about}</small>}
          <small className="muted">
            {picture.alt === '' ? 'Decoration only.' : `For people who cannot see it: ${picture.alt ?? 'not described yet'}`} {CLIENTS[picture.clients]}
          </small>
        </figcaption>
      </figure>
    );
  };
}
