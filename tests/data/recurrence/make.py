#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten years of recurrence in several zones, reckoned with Python's datetime and zoneinfo alone, as lines that the tests hold
libical and the zone table of the program to. usage: make.py > expected.tsv

Columns: zone, rule, first wall time, number of occurrences, SHA-256 of all their instants (RFC 3339 in UTC, one per line),
then those that fall into a gap or a double hour, as wall=instant."""
import calendar
import datetime as dt
import hashlib
import zoneinfo

ZONES = ["Europe/Paris", "America/New_York", "America/Montreal", "Australia/Sydney", "Europe/London", "Asia/Kolkata"]
FIRST, LAST = dt.date(2026, 1, 1), dt.date(2035, 12, 31)


def days():
    day = FIRST
    while day <= LAST:
        yield day
        day += dt.timedelta(days=1)


def nth_weekday(year, month, weekday, nth):
    of_month = [d for d in calendar.Calendar().itermonthdates(year, month) if d.month == month and d.weekday() == weekday]
    return of_month[nth if nth < 0 else nth - 1]


def months(step=1):
    for number in range(0, 120, step):
        yield 2026 + number // 12, number % 12 + 1


CASES = [
    ("FREQ=WEEKLY;BYDAY=TU", "2026-01-06T09:00:00", lambda: [d for d in days() if d.weekday() == 1]),
    ("FREQ=DAILY", "2026-01-01T02:30:00", lambda: list(days())),
    ("FREQ=DAILY;INTERVAL=3", "2026-01-01T01:30:00", lambda: [d for d in days() if (d - FIRST).days % 3 == 0]),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "2026-01-05T00:15:00",
     lambda: [d for d in days() if d >= dt.date(2026, 1, 5) and ((d - dt.date(2026, 1, 5)).days // 7) % 2 == 0 and d.weekday() in (0, 3)]),
    ("FREQ=WEEKLY;BYDAY=SU", "2026-01-04T02:00:00", lambda: [d for d in days() if d.weekday() == 6]),
    ("FREQ=MONTHLY;BYDAY=-1FR", "2026-01-30T18:30:00", lambda: [nth_weekday(y, m, 4, -1) for y, m in months()]),
    ("FREQ=MONTHLY;BYDAY=2SU", "2026-01-11T02:45:00", lambda: [nth_weekday(y, m, 6, 2) for y, m in months()]),
    ("FREQ=MONTHLY", "2026-01-31T12:00:00", lambda: [dt.date(y, m, 31) for y, m in months() if calendar.monthrange(y, m)[1] == 31]),
    ("FREQ=YEARLY", "2028-02-29T10:00:00", lambda: [dt.date(2028, 2, 29), dt.date(2032, 2, 29)]),
    ("FREQ=WEEKLY;INTERVAL=5;BYDAY=SA;COUNT=40", "2026-01-03T23:59:00",
     lambda: [dt.date(2026, 1, 3) + dt.timedelta(weeks=5 * n) for n in range(40)]),
]


def instant(zone, wall):
    """UTC instant and kind; the first instant after a gap, the first of a double hour."""
    utc = dt.timezone.utc
    early, late = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if early.utcoffset() == late.utcoffset():
        return early.astimezone(utc), "unique"
    if early.astimezone(utc).astimezone(zone).replace(tzinfo=None) == wall:
        return early.astimezone(utc), "double"
    low, high = late.astimezone(utc) - dt.timedelta(hours=4), late.astimezone(utc) + dt.timedelta(hours=4)
    before = low.astimezone(zone).utcoffset()
    while high - low > dt.timedelta(seconds=1):
        middle = low + (high - low) / 2
        if middle.astimezone(zone).utcoffset() == before:
            low = middle
        else:
            high = middle
    return high.replace(microsecond=0), "gap"


def text(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


for name in ZONES:
    zone = zoneinfo.ZoneInfo(name)
    for rule, first, dates in CASES:
        hour = dt.datetime.fromisoformat(first).time()
        lines, odd = [], []
        for date in dates():
            wall = dt.datetime.combine(date, hour)
            at, kind = instant(zone, wall)
            lines.append(text(at))
            if kind != "unique":
                odd.append(f"{wall.isoformat()}={kind}={text(at)}")
        digest = hashlib.sha256("".join(line + "\n" for line in lines).encode()).hexdigest()
        print(name, rule, first, len(lines), digest, ",".join(odd), sep="\t")
