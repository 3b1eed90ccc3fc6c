import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { sayPresence } from '@/api/presence';
import type { Presence, PresenceAct } from '@/api/shapes';

/** Who types says so this often. */
const BEAT_MS = 20_000;
/** Who else writes is asked this often, while the window is looked at. */
const LOOK_MS = 5_000;

/** One part of a draft as far as who writes it goes. */
export interface PartPresence {
  /** Somebody else who writes it now. */
  other: Presence | null;
  /** Somebody who asks the caller to hand it over. */
  asked: Presence['asked_by'];
  /** This one asked, and waits or was told "not yet". */
  asking: 'no' | 'waiting' | 'not_yet';
  /** It was the caller's until the other one took it. */
  wasMine: boolean;
  /** Somebody typed here. */
  typed: () => void;
  say: (act: PresenceAct) => Promise<void>;
}

/**
 * Who writes which part of a draft. A courtesy: when nobody answers, everybody may type, and the versions of saves
 * protect all.
 */
export function usePresence(article: string): (section: string | null) => PartPresence {
  const client = useQueryClient();
  const [all, setAll] = useState<readonly Presence[]>([]);
  const [mineBefore, setMineBefore] = useState<ReadonlySet<string | null>>(new Set());
  const [asking, setAsking] = useState<ReadonlySet<string | null>>(new Set());
  const hadOthers = useRef(false);
  const beaten = useRef(new Map<string | null, number>());

  const hear = useCallback(
    async (now: readonly Presence[]) => {
      const hasOthers = now.some((one) => !one.mine);
      // Whoever reads along sees what is saved meanwhile, and whoever is handed a part begins with its last words.
      if (hasOthers || hadOthers.current) await client.invalidateQueries({ queryKey: ['draft', article] });
      hadOthers.current = hasOthers;
      setAll(now);
      const mine = now.filter((one) => one.mine).map((one) => one.section_id);
      setMineBefore((before) => (mine.every((part) => before.has(part)) ? before : new Set([...before, ...mine])));
      setAsking((before) => new Set([...before].filter((part) => now.some((one) => one.section_id === part && !one.mine))));
    },
    [client, article],
  );
  const say = useCallback(
    async (act: PresenceAct, section: string | null) => {
      try {
        await hear(await sayPresence(article, act, section));
      } catch {
        // Nobody answers: what was known of the others is old.
        setAll([]);
      }
    },
    [article, hear],
  );

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void say('look', null);
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    const parts = beaten.current;
    return () => {
      clearInterval(timer);
      for (const part of parts.keys()) void sayPresence(article, 'leave', part).catch(() => undefined);
    };
  }, [article, say]);

  return (section) => {
    const here = all.find((one) => one.section_id === section) ?? null;
    const other = here !== null && !here.mine ? here : null;
    return {
      other,
      asked: here?.mine === true ? here.asked_by : null,
      asking: other?.refused === true ? 'not_yet' : other !== null && asking.has(section) ? 'waiting' : 'no',
      wasMine: other !== null && mineBefore.has(section),
      typed: () => {
        const last = beaten.current.get(section) ?? 0;
        if (Date.now() - last < BEAT_MS) return;
        beaten.current.set(section, Date.now());
        void say('write', section);
      },
      say: async (act) => {
        if (act === 'ask') setAsking((before) => new Set([...before, section]));
        if (act === 'take') beaten.current.set(section, Date.now());
        if (act === 'hand_over') setMineBefore((before) => new Set([...before].filter((part) => part !== section)));
        await say(act, section);
      },
    };
  };
}
