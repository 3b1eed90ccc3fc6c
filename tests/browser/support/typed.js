// What somebody does in the text of an article, and what came of it.
import { saved, signIn } from './desk.js';
import { people } from './scene.js';

export const textOf = (page) => page.getByRole('textbox', { name: 'Text of the article' });

/** Opens the writing screen of an article with the cursor at the end of its text. */
export async function openText(site, id, options) {
  const page = await (await site.open(options)).newPage();
  await signIn(page, people.author);
  await page.goto(`/admin/articles/${id}`);
  const text = textOf(page);
  await text.click();
  await page.keyboard.press('Control+End');
  return { page, text, keyboard: page.keyboard };
}

/** Saves, and brings back the text as the server has it. */
export async function savedText(page, caller, id) {
  await page.keyboard.press('Control+s');
  await saved(page);
  return (await caller.get(`/drafts/${id}`)).sections[0].body_html;
}

/** A paste as the browser tells it to the page, from a program that puts this on the clipboard. */
export const paste = (text, data) =>
  text.evaluate((element, items) => {
    const clipboardData = new DataTransfer();
    for (const [type, words] of Object.entries(items)) clipboardData.setData(type, words);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);

export const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<h1>What rest is<o:p></o:p></h1>
<p class=MsoNormal>Rest is <b>not</b> a <i>reward</i>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>Sit<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><![endif]>without a phone<o:p></o:p></p>
<p class=MsoNormal><img width=200 height=100 src="file:///C:/one.png"><img width=200 height=100 src="file:///C:/two.png"></p>
<!--EndFragment--></body></html>`;

export const GOOGLE = `<b style="font-weight:normal;"><p dir="ltr"><span style="font-weight:700;">Rest</span><span style="font-weight:400;"> is </span><a href="https://www.google.com/url?q=https://example.org/rest&amp;sa=D"><span style="font-weight:400;">work</span></a><span style="font-weight:400;">.</span></p></b>`;

/** Whether the browser has these words where they outlive its death. */
export const hasOnDisk = (page, words) =>
  page.evaluate(
    (wanted) =>
      new Promise((resolve, reject) => {
        const open = indexedDB.open('countersign');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const all = open.result.transaction('kept').objectStore('kept').getAll();
          all.onsuccess = () => {
            open.result.close();
            resolve(all.result.some((laid) => laid.words?.includes(wanted)));
          };
        };
      }),
    words,
  );
