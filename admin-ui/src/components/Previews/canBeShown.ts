import type { Article } from '@/api/shapes';

/** Something is under way that readers do not have, and nobody has said no to it. */
export const canBeShown = ({ candidate }: Pick<Article, 'candidate'>): boolean => candidate !== null && candidate.state !== 'declined';
