import { AppShell, Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { fetchMine, fetchQueue } from '@/api/articles';
import { Finder } from '@/components/Finder/Finder';
import { useKeys } from '@/components/Keys/Keys';
import { asksOf } from '@/components/Queue/asks';
import { SignOut } from '@/components/SignIn/SignOut';
import { useIsEditor, useMe, useSession } from '@/session';
import styles from './Shell.module.css';

/** Navigation at the left, the page at the right; on a phone a menu at the top. */
export function Shell() {
  const [opened, menu] = useDisclosure(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const close = menu.close;
  useEffect(close, [path, close]);
  return (
    <AppShell
      header={{ height: { base: 58, sm: 0 } }}
      navbar={{ width: { base: '100%', sm: 180, md: 212 }, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      withBorder={false}
      transitionDuration={0}
    >
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <AppShell.Header className={styles.header} role="none">
        <nav aria-label="Menu">
          <span className="mark">Countersign</span>
          <Button onClick={menu.toggle} aria-expanded={opened} aria-controls="navigation">
            Menu
          </Button>
        </nav>
      </AppShell.Header>
      <AppShell.Navbar className={styles.navbar} id="navigation" aria-label="Main">
        <Navigation />
      </AppShell.Navbar>
      <div className={styles.main}>
        <AppShell.Main>
          <Outlet />
        </AppShell.Main>
      </div>
      <Finder />
    </AppShell>
  );
}

function Navigation() {
  const { site, account } = useSession();
  const editor = useIsEditor();
  const keys = useKeys();
  return (
    <>
      <div className={styles.top}>
        <span>
          <span className="mark">Countersign</span>
        </span>
        {site.name !== 'Countersign' && <small>{site.name}</small>}
      </div>
      <div className={styles.links}>{editor ? <EditorLinks /> : <AuthorLinks />}</div>
      <div className={styles.foot}>
        <strong>{account.person.byline.name}</strong>
        {account.person.byline.letters.length > 0 && <div className="muted">{account.person.byline.letters.join(', ')}</div>}
        <div className={styles.footLinks}>
          <SchemeSwitch />
          <button type="button" className="link" onClick={keys.open}>
            Keys
          </button>
          <SignOut />
        </div>
      </div>
    </>
  );
}

function AuthorLinks() {
  const me = useMe();
  const mine = useQuery({ queryKey: ['mine'], queryFn: fetchMine });
  const asked = mine.data === undefined ? 0 : asksOf(mine.data, me.id).length;
  return (
    <ul>
      <li>
        <NavItem to="/" exact label="My articles" waiting={asked} />
      </li>
      <li>
        <NavItem to="/me" label="My byline and profile" />
      </li>
      <li>
        <a href="/about">How we publish</a>
      </li>
    </ul>
  );
}

function EditorLinks() {
  const queue = useQuery({ queryKey: ['queue'], queryFn: fetchQueue });
  const waiting = queue.data?.find((group) => group.key === 'awaiting_you')?.items.length ?? 0;
  return (
    <ul>
      <li>
        <NavItem to="/" exact label="Home" waiting={waiting} />
      </li>
      <li>
        <NavItem to="/articles" label="Articles" />
      </li>
      <li>
        <NavItem to="/people" label="People" />
      </li>
      <li>
        <NavItem to="/topics" label="Topics" />
      </li>
      <li>
        <NavItem to="/disclaimers" label="Disclaimers" />
      </li>
      <li>
        <NavItem to="/help" label="Help directory" />
      </li>
      <li className={styles.gap}>
        <NavItem to="/me" label="My byline and profile" />
      </li>
    </ul>
  );
}

function NavItem({ to, label, waiting = 0, exact = false }: { to: string; label: string; waiting?: number; exact?: boolean }) {
  return (
    <Link to={to} activeOptions={{ exact }} activeProps={{ 'aria-current': 'page' }}>
      {label}
      {waiting > 0 && (
        <span className={styles.n}>
          <span className="sr">, waiting for you: </span>
          {waiting}
        </span>
      )}
    </Link>
  );
}

function SchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  return (
    <button type="button" className="link" onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}>
      Light or dark
    </button>
  );
}
