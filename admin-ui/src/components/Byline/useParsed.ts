import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { parseByline } from '@/api/people';
import type { ParsedByline } from '@/api/shapes';

/** What the server reads out of a byline as it is typed. */
export function useParsed(typed: string): ParsedByline | null {
  const [settled] = useDebouncedValue(typed.trim(), 250);
  const parsed = useQuery({
    queryKey: ['byline', settled],
    queryFn: () => parseByline(settled),
    enabled: settled !== '',
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  return settled === '' ? null : (parsed.data ?? null);
}
