import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { Boundary, NoSuchPage } from '@/components/Problem/Boundary';
import { SignedIn } from '@/routes/signed-in';

// Every screen on one screen. The writing and the signing screens are fetched when they are opened: an old
// phone that signs does not load the editor.

const root = createRootRoute({ component: Outlet, errorComponent: Boundary, notFoundComponent: NoSuchPage });

// Without a session.
const inByLink = createRoute({
  getParentRoute: () => root,
  path: 'in/$token',
  component: lazyRouteComponent(() => import('@/routes/in'), 'InByLink'),
});
const first = createRoute({
  getParentRoute: () => root,
  path: 'first/$token',
  component: lazyRouteComponent(() => import('@/routes/first'), 'First'),
});
const sign = createRoute({
  getParentRoute: () => root,
  path: 'sign/$token',
  component: lazyRouteComponent(() => import('@/routes/sign'), 'SignByLink'),
});

const preview = createRoute({
  getParentRoute: () => root,
  path: 'preview/$token',
  component: lazyRouteComponent(() => import('@/routes/preview'), 'PreviewByLink'),
});

// With a session and no navigation: writing and signing.
const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn });
const edit = createRoute({
  getParentRoute: () => signedIn,
  path: 'articles/$id',
  component: lazyRouteComponent(() => import('@/routes/articles/edit'), 'EditArticle'),
});
const editAsEditor = createRoute({
  getParentRoute: () => signedIn,
  path: 'articles/$id/edit',
  component: lazyRouteComponent(() => import('@/routes/articles/edit'), 'EditArticle'),
});
const proof = createRoute({
  getParentRoute: () => signedIn,
  path: 'articles/$id/proof',
  component: lazyRouteComponent(() => import('@/routes/articles/proof'), 'ProofOfArticle'),
});
const draftPage = createRoute({
  getParentRoute: () => signedIn,
  path: 'articles/$id/page',
  validateSearch: (search: Record<string, unknown>): { from?: 'review' } => (search.from === 'review' ? { from: 'review' } : {}),
  component: lazyRouteComponent(() => import('@/routes/articles/page'), 'DraftAsReader'),
});

// With the shell.
const shell = createRoute({
  getParentRoute: () => signedIn,
  id: 'shell',
  component: lazyRouteComponent(() => import('@/components/Shell/Shell'), 'Shell'),
});
const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  validateSearch: (search: Record<string, unknown>): { show?: string } =>
    typeof search.show === 'string' ? { show: search.show } : {},
  component: lazyRouteComponent(() => import('@/routes/home'), 'Home'),
});
const articles = createRoute({
  getParentRoute: () => shell,
  path: 'articles',
  component: lazyRouteComponent(() => import('@/routes/articles/index'), 'Articles'),
});
const newArticle = createRoute({
  getParentRoute: () => shell,
  path: 'articles/new',
  component: lazyRouteComponent(() => import('@/routes/articles/new'), 'NewArticle'),
});
const submit = createRoute({
  getParentRoute: () => shell,
  path: 'articles/$id/submit',
  component: lazyRouteComponent(() => import('@/routes/articles/submit'), 'SubmitArticle'),
});
const review = createRoute({
  getParentRoute: () => shell,
  path: 'articles/$id/review',
  component: lazyRouteComponent(() => import('@/routes/articles/review'), 'ReviewArticle'),
});
const history = createRoute({
  getParentRoute: () => shell,
  path: 'articles/$id/history',
  component: lazyRouteComponent(() => import('@/routes/articles/history'), 'ArticleHistory'),
});
const people = createRoute({
  getParentRoute: () => shell,
  path: 'people',
  component: lazyRouteComponent(() => import('@/routes/people/index'), 'People'),
});
const person = createRoute({
  getParentRoute: () => people,
  path: '$id',
  component: lazyRouteComponent(() => import('@/routes/people/person'), 'PersonPage'),
});
const me = createRoute({
  getParentRoute: () => shell,
  path: 'me',
  component: lazyRouteComponent(() => import('@/routes/me'), 'Me'),
});
const topics = createRoute({
  getParentRoute: () => shell,
  path: 'topics',
  component: lazyRouteComponent(() => import('@/routes/topics'), 'Topics'),
});
const disclaimers = createRoute({
  getParentRoute: () => shell,
  path: 'disclaimers',
  component: lazyRouteComponent(() => import('@/routes/disclaimers'), 'Disclaimers'),
});
const help = createRoute({
  getParentRoute: () => shell,
  path: 'help',
  component: lazyRouteComponent(() => import('@/routes/help'), 'HelpDirectory'),
});

const routeTree = root.addChildren([
  inByLink,
  first,
  sign,
  preview,
  signedIn.addChildren([
    edit,
    editAsEditor,
    proof,
    draftPage,
    shell.addChildren([
      home, articles, newArticle, submit, review, history, people.addChildren([person]), me, topics, disclaimers, help,
    ]),
  ]),
]);

export const makeRouter = () =>
  createRouter({ routeTree, basepath: '/admin', defaultPreload: false, scrollRestoration: true, trailingSlash: 'never' });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
