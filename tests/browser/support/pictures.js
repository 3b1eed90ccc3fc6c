// Pictures as a camera and a screen make them, made in the browser itself.

/** A JPEG of two colours in the size given, as bytes. */
export const photograph = (page, { width = 1200, height = 800 } = {}) =>
  page.evaluate(
    async ({ width, height }) => {
      const canvas = new OffscreenCanvas(width, height);
      const ink = canvas.getContext('2d');
      ink.fillStyle = '#35655a';
      ink.fillRect(0, 0, width, height);
      ink.fillStyle = '#e3d9bd';
      ink.beginPath();
      ink.ellipse(width / 2, height / 2, width / 4, height / 3, 0, 0, 7);
      ink.fill();
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    { width, height },
  );

/** A file as Playwright hands it to a field. */
export const asFile = async (page, size, name = 'path.jpg') => ({ name, mimeType: 'image/jpeg', buffer: Buffer.from(await photograph(page, size)) });

/** Pastes or drops a picture into a text. */
export const bring = (text, kind, bytes, name = 'path.jpg', type = 'image/jpeg') =>
  text.evaluate(
    (element, { kind, bytes, name, type }) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], name, { type }));
      const at = element.lastElementChild.getBoundingClientRect();
      const event =
        kind === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true, clientX: at.left + 4, clientY: at.top + 4 });
      element.dispatchEvent(event);
    },
    { kind, bytes, name, type },
  );
