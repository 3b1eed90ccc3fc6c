/** Times as a person says them. The server speaks UTC; the screen shows the time of the device. */
const LOCALE = 'en-GB';

const clockFormat = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });
const weekdayFormat = new Intl.DateTimeFormat(LOCALE, { weekday: 'long', day: 'numeric', month: 'long' });
const dayFormat = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long' });
const dateFormat = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric' });

/** "09:12" */
export const clock = (iso: string): string => clockFormat.format(new Date(iso));

/** "Friday 20 November" */
export const weekday = (iso: string): string => weekdayFormat.format(new Date(iso)).replace(',', '');

/** "Monday 23 November, 11:06" */
export const moment = (iso: string): string => `${weekday(iso)}, ${clock(iso)}`;

/** "20 November", with the year when it is another one. */
export function date(iso: string, now = new Date()): string {
  const day = new Date(iso);
  return day.getFullYear() === now.getFullYear() ? dayFormat.format(day) : dateFormat.format(day);
}

/** "15 January 2027" */
export const fullDate = (iso: string): string => dateFormat.format(new Date(iso));

/** Whole days of the calendar between a time and now. */
export function daysSince(iso: string, now = new Date()): number {
  const start = (d: Date) => Date.UTC(d.getFullYear(), d.getMonth(), d.getDate());
  return Math.round((start(now) - start(new Date(iso))) / 86_400_000);
}

/** "today", "1 day", "6 days" */
export function waited(iso: string, now = new Date()): string {
  const days = daysSince(iso, now);
  return days <= 0 ? 'today' : days === 1 ? '1 day' : `${days} days`;
}

/** "today", "yesterday", "3 days ago" */
export function ago(iso: string, now = new Date()): string {
  const days = daysSince(iso, now);
  return days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
}

/** "saved today, 09:12", "saved 18 November" */
export function when(iso: string, now = new Date()): string {
  const days = daysSince(iso, now);
  if (days <= 0) return `today, ${clock(iso)}`;
  if (days === 1) return `yesterday, ${clock(iso)}`;
  return date(iso, now);
}

export function greeting(now = new Date()): string {
  const hour = now.getHours();
  return hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening';
}
