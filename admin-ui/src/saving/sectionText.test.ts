import { describe, expect, it } from 'vitest';
import { emit } from '@/components/RichText/emit';
import { withFacts } from '@/components/RichText/picture/inText';
import { pictureUrl } from '@/components/RichText/picture/sizes';
import { citations, withoutCitations } from '@/components/RichText/cite/citations';
import { bothTogether } from '@/components/Conflict/together';
import { printed } from '@/components/References/printed';
import { nextNumber, sameSectionText, sent, type Picture, type SectionText, type Work } from './sectionText';

const SHA = 'a'.repeat(64);
const picture: Picture = { sha256: SHA, width: 1200, height: 800, alt: 'A "path"', caption: 'The way', credit: '', licence: '', clients: 'none_shown' };
const work: Work = { id: 'r1', authors: 'Fern, Q.', year: '2020', title: 'Sleep', source: 'Journal of Examples, 2(1), 3–4', doi: '10.1000/abc', pmid: '', url: '' };
const text = (change: Partial<SectionText> = {}): SectionText => ({ html: '<p>a</p>', pictures: [], works: [], ...change });

describe('a picture in the text', () => {
  const html = `<p>a</p><figure><img src="media:${SHA}"></figure>`;

  it('comes out of the editor as it went in', () => {
    const typed = emit(withFacts(html, [picture]));
    expect(typed).toEqual({ html, pictures: [picture] });
  });

  it('stands once in what is said, however often it stands in the text', () => {
    expect(emit(withFacts(html + html, [picture])).pictures).toHaveLength(1);
  });

  it('is shown in a size that there is', () => {
    expect(pictureUrl(SHA, 1200)).toBe(`/api/v1/media/${SHA}/800.jpg`);
    expect(pictureUrl(SHA, 900)).toBe(`/api/v1/media/${SHA}/800.jpg`);
    expect(pictureUrl(SHA, 500)).toBe(`/api/v1/media/${SHA}/500.jpg`);
  });

  it('of somebody else’s making says nothing', () => {
    const foreign = `<figure><img src="media:x" data-picture='{"sha256":"x","width":1,"height":1,"alt":{"a":1}}'></figure>`;
    expect(emit(foreign).pictures).toEqual([]);
  });
});

describe('a section', () => {
  it('is the same only with all that stands beside its words', () => {
    expect(sameSectionText(text({ works: [work] }), text({ works: [{ ...work }] }))).toBe(true);
    expect(sameSectionText(text({ works: [work] }), text({ works: [{ ...work, doi: '' }] }))).toBe(false);
    expect(sameSectionText(text({ pictures: [picture] }), text({ pictures: [{ ...picture, alt: null }] }))).toBe(false);
    expect(sameSectionText(text(), text({ html: '<p>b</p>' }))).toBe(false);
  });

  it('is sent without what nobody has said', () => {
    const { images } = sent(text({ pictures: [{ ...picture, alt: null }] }));
    expect(images).toEqual([{ sha256: SHA, caption: 'The way', credit: '', licence: '', clients: 'none_shown' }]);
  });

  it('put together from two keeps what only one of them has', () => {
    const other = { ...work, id: 'r2', title: 'Rest' };
    const both = bothTogether(text({ works: [work] }), text({ works: [{ ...work, title: 'Other' }, other], pictures: [picture] }));
    expect(both.works).toEqual([work, other]);
    expect(both.pictures).toEqual([picture]);
  });
});

describe('references', () => {
  it('get names that none has', () => {
    expect(nextNumber([])).toBe(1);
    expect(nextNumber([work, { ...work, id: 'r7' }, { ...work, id: 'x9' }])).toBe(8);
  });

  it('are printed in one line', () => {
    expect(printed(work)).toBe('Fern, Q. (2020). Sleep. Journal of Examples, 2(1), 3–4. https://doi.org/10.1000/abc');
    expect(printed({ ...work, authors: '', year: '', source: '', doi: '', title: 'All of it?', url: 'https://e.org' })).toBe('All of it? https://e.org');
  });

  it('are counted where the text cites them, and can be taken out of it', () => {
    const html = '<p>a <a rel="noopener noreferrer" href="#ref-r1">(1)</a> <a href="#ref-r1"><em>b</em></a> <a href="#ref-r12">c</a></p>';
    expect([...citations(html)]).toEqual([['r1', 2], ['r12', 1]]);
    expect(withoutCitations(html, 'r1')).toBe('<p>a (1) <em>b</em> <a href="#ref-r12">c</a></p>');
  });
});
