/** Times as a person says them. The server speaks UTC; the screen shows the time of the device. */
const LOCALE = 'en-US';

const clockFormat = new Intl.DateTimeFormat(LOCALE, { hour: 'numeric', minute: '2-digit' });
const weekdayFormat = new Intl.DateTimeFormat(LOCALE, { weekday: 'long', day: 'numeric', month: 'long' });
const dayFormat = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long' });
const dateFormat = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric' });

/** "9:12 AM" */
export const clock = (iso: string): string => clockFormat.format(new Date(iso));

/** "Friday, November 20" */
export const weekday = (iso: string): string => weekdayFormat.format(new Date(iso));

/** "Monday, November 23, 11:06 AM" */
export const moment = (iso: string): string => `${weekday(iso)}, ${clock(iso)}`;

/** "November 20", with the year when it is another one. */
export function date(iso: string, now = new Date()): string {
  const day = new Date(iso);
  return day.getFullYear() === now.getFullYear() ? dayFormat.format(day) : dateFormat.format(day);
}

/** "January 15, 2027" */
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

/** "saved today, 9:12 AM", "saved November 18" */
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
