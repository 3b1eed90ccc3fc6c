import { api, take } from './client';
import type { AddedImage } from './shapes';

/** Adds an image; the same one again answers the same name. */
export const addImage = async (image: Blob): Promise<Pick<AddedImage, 'sha256' | 'width' | 'height'>> => {
  const { sha256, width, height } = await take(
    api.POST('/media', {
      // The type is that of the file; the bytes go as they are.
      body: '',
      bodySerializer: () => image,
      headers: { 'Content-Type': image.type },
    }),
  );
  return { sha256, width, height };
};
