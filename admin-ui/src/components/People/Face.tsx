import styles from './People.module.css';

/** A photo, or the initials. Never the only thing that says who it is. */
export function Face({ name, photo, big = false }: { name: string; photo: string | null; big?: boolean }) {
  const size = big ? styles.big : '';
  if (photo !== null) return <img className={`${styles.face} ${size}`} src={photo} alt="" />;
  const initials = name
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word))
    .map((word) => word.charAt(0))
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('');
  return (
    <div className={`${styles.face} ${size}`} aria-hidden="true">
      {initials}
    </div>
  );
}
