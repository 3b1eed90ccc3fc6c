// Every kind of page that a reader can come to.
import { couples, flagged, longer, withdrawn } from './texts.js';
import { draft, publish, settle, withdraw } from './scene.js';
import { until } from './until.js';

/** Publishes one article of each kind, and brings back all kinds of pages with what they are expected to be. */
export async function furnish(site) {
  const desk = await settle(site);
  site.desk = desk;
  const paths = {};
  for (const [name, text] of Object.entries({ couples, longer, flagged, withdrawn })) {
    const id = await draft(desk.author, text);
    paths[name] = await publish(desk, id);
    if (name === 'withdrawn') await withdraw(desk, id, 'The author asked us to take it down.');
  }
  await until('search knows them all', async () => {
    const answer = await fetch(`${site.url}/api/v1/search?q=plan`);
    return (await answer.json()).items.length > 0;
  });
  const author = (await desk.author.get('/session')).account.person.slug;
  return [
    { kind: 'home', path: '/' },
    { kind: 'topics', path: '/topics' },
    { kind: 'topic', path: '/topics/couples-therapy' },
    { kind: 'topic without articles', path: '/topics/depression' },
    { kind: 'topic of abuse', path: '/topics/domestic-violence', help: true },
    { kind: 'authors', path: '/authors' },
    { kind: 'author', path: `/authors/${author}` },
    { kind: 'article', path: paths.longer },
    { kind: 'article of abuse', path: paths.flagged, help: true },
    { kind: 'expert answers', path: paths.couples },
    { kind: 'search', path: '/search' },
    { kind: 'search results', path: '/search?q=quiet', query: 'quiet' },
    { kind: 'nothing found', path: '/search?q=xylophones', query: 'xylophones' },
    { kind: 'search in a crisis', path: '/search?q=i+want+to+unalive+myself', query: 'unalive', help: true },
    { kind: 'search of abuse', path: '/search?q=he+hurts+me+cant+leav', query: 'leav', help: true },
    { kind: 'help', path: '/help' },
    { kind: 'how we publish', path: '/about' },
    { kind: 'disclaimers', path: '/about/disclaimers' },
    { kind: 'privacy', path: '/about/privacy' },
    { kind: 'reading safely', path: '/about/reading-safely' },
    { kind: 'feeds', path: '/about/feeds' },
    { kind: 'corrections', path: '/corrections' },
    { kind: 'not there', path: '/nothing-stands-here', status: 404 },
    { kind: 'taken away', path: paths.withdrawn, status: 410 },
  ];
}
