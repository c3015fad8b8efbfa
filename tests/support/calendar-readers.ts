// Owns reading calendar files as other people's programs do: `ical.js` of Thunderbird, and Python's `icalendar` where it is installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import ICAL from 'ical.js';

/** What both agree on. Moments are UTC; `start` of a whole day is its date. */
export type ReadEvent = {
  readonly uid: string;
  readonly sequence: number;
  readonly start: string;
  readonly status: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly categories: string;
  readonly geo: string;
  readonly stamp: string;
  readonly modified: string;
  readonly languages: readonly string[];
};

const labelled = ['summary', 'description', 'location'] as const;

export function readByIcalJs(file: string): readonly ReadEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(file) as never);
  return calendar.getAllSubcomponents('vevent').map((event) => {
    const value = (name: string) => String(event.getFirstPropertyValue(name) ?? '');
    return {
      uid: value('uid'),
      sequence: Number(value('sequence')),
      start: value('dtstart'),
      status: value('status'),
      summary: value('summary'),
      description: value('description'),
      location: value('location'),
      categories: value('categories'),
      geo: value('geo').replace(',', ';'),
      stamp: value('dtstamp'),
      modified: value('last-modified'),
      languages: labelled.map((name) => String(event.getFirstProperty(name)?.getParameter('language') ?? ''))
    };
  });
}

/** The system's own: it has Debian's packages, which others on the path may not have. */
const python = ['/usr/bin/python3'].find((path) => existsSync(path));
const script = `
import json, sys
from datetime import datetime
from icalendar import Calendar
def when(v): return v.dt.strftime('%Y-%m-%dT%H:%M:%SZ' if isinstance(v.dt, datetime) else '%Y-%m-%d')
out = []
for e in Calendar.from_ical(sys.stdin.buffer.read()).walk('VEVENT'):
    geo = e.get('GEO')
    cats = e.get('CATEGORIES')
    out.append(dict(uid=str(e['UID']), sequence=int(e['SEQUENCE']), start=when(e['DTSTART']), status=str(e['STATUS']),
        summary=str(e['SUMMARY']), description=str(e.get('DESCRIPTION', '')), location=str(e.get('LOCATION', '')),
        categories=','.join(str(c) for c in cats.cats) if cats else '',
        geo='%s;%s' % (geo.latitude, geo.longitude) if geo else '', stamp=when(e['DTSTAMP']), modified=when(e['LAST-MODIFIED']),
        languages=[str(e[n].params.get('LANGUAGE', '')) if n in e else '' for n in ('SUMMARY', 'DESCRIPTION', 'LOCATION')]))
json.dump(out, sys.stdout)
`;

/** Null where there is none. */
export const runPython = (program: string, input: string) =>
  python ? spawnSync(python, ['-c', program], { input, encoding: 'utf8', maxBuffer: 1 << 28 }) : null;

/** Whether this machine has the second reader. */
export const hasPython =
  runPython(script, 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n')?.status === 0;

/** @throws what it says, where it does not take the file. */
export function readByPython(file: string): readonly ReadEvent[] {
  const done = runPython(script, file);
  if (done?.status !== 0) throw new Error(done?.stderr ?? 'There is no Python.');
  return JSON.parse(done.stdout) as readonly ReadEvent[];
}

export const calendarReaders = [readByIcalJs, ...(hasPython ? [readByPython] : [])];
