import { HomeAuthor } from '@/components/Queue/HomeAuthor';
import { HomeEditor } from '@/components/Queue/HomeEditor';
import { useIsEditor } from '@/session';

export function Home() {
  return useIsEditor() ? <HomeEditor /> : <HomeAuthor />;
}
