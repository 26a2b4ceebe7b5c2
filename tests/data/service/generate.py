# SPDX-License-Identifier: GPL-3.0-or-later
# How business_time.tsv was worked out: minute by minute, with the zone database of Python and none of the program's code.
# A minute is open when the wall of the place shows an open time then. Not run by the tests; it documents their numbers:
#   python3 generate.py > business_time.tsv
import datetime as dt
import sys
from zoneinfo import ZoneInfo

UTC = dt.timezone.utc
MINUTE = dt.timedelta(minutes=1)


def easter(year):
    # Gauss, as in the almanacs: not the algorithm of the program
    k = year // 100
    m = 15 + (3 * k + 3) // 4 - (8 * k + 13) // 25
    s = 2 - (3 * k + 3) // 4
    a = year % 19
    d = (19 * a + m) % 30
    r = (d + a // 11) // 29
    og = 21 + d - r
    sz = 7 - (year + year // 4 + s) % 7
    oe = 7 - (og - sz) % 7
    return dt.date(year, 3, 1) + dt.timedelta(days=og + oe - 1)


def france(year):
    e = easter(year)
    days = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)]
    return {dt.date(year, m, d) for m, d in days} | {e + dt.timedelta(days=n) for n in (1, 39, 50)}


def alsace(year):
    return france(year) | {easter(year) - dt.timedelta(days=2), dt.date(year, 12, 26)}


def quebec(year):
    e = easter(year)
    out = {dt.date(year, 1, 1), e - dt.timedelta(days=2), dt.date(year, 6, 24), dt.date(year, 7, 1), dt.date(year, 12, 25)}
    patriots = max(dt.date(year, 5, d) for d in range(18, 25) if dt.date(year, 5, d).weekday() == 0)
    labour = min(dt.date(year, 9, d) for d in range(1, 8) if dt.date(year, 9, d).weekday() == 0)
    grace = min(dt.date(year, 10, d) for d in range(8, 15) if dt.date(year, 10, d).weekday() == 0)
    return out | {patriots, labour, grace}


def none(year):
    return set()


def week(spec):
    """{weekday: [(from, to)]} in minutes; a list for Monday to Friday, or a dict of weekdays."""
    return spec if isinstance(spec, dict) else {d: spec for d in range(5)}


NINE_SIX = [(540, 1080)]
SPLIT = [(540, 750), (840, 1080)]
ALL = {d: [(0, 1440)] for d in range(7)}
NIGHT = {d: [(1320, 1800)] for d in range(5)}            # 22:00 to 06:00 of the next day
DAILY = {d: [(60, 240)] for d in range(7)}               # 01:00 to 04:00
ODD = {d: [(90, 165), (600, 720)] for d in range(7)}     # 01:30 to 02:45: begins or ends within a clock change
SATURDAY = {**{d: NINE_SIX for d in range(5)}, 5: [(600, 960)]}

CALENDARS = {
    "fr": ("Europe/Paris", NINE_SIX, france), "fr-split": ("Europe/Paris", SPLIT, france), "fr-alsace": ("Europe/Paris", NINE_SIX, alsace),
    "fr-plain": ("Europe/Paris", NINE_SIX, none), "fr-split-plain": ("Europe/Paris", SPLIT, none), "fr-always": ("Europe/Paris", ALL, none),
    "fr-night": ("Europe/Paris", NIGHT, none), "fr-daily": ("Europe/Paris", DAILY, none), "fr-odd": ("Europe/Paris", ODD, none),
    "fr-saturday": ("Europe/Paris", SATURDAY, france), "qc": ("America/Montreal", NINE_SIX, quebec), "qc-always": ("America/Montreal", ALL, none),
    "qc-night": ("America/Montreal", NIGHT, none), "qc-odd": ("America/Montreal", ODD, none), "ny-plain": ("America/New_York", NINE_SIX, none),
}


class Reckoner:
    def __init__(self, name):
        zone, spec, holidays = CALENDARS[name]
        self.zone, self.week, self.holidays, self.years = ZoneInfo(zone), week(spec), holidays, {}

    def hours(self, date):
        if date.year not in self.years:
            self.years[date.year] = self.holidays(date.year)
        return [] if date in self.years[date.year] else self.week.get(date.weekday(), [])

    def open(self, at):
        wall = at.astimezone(self.zone)
        minute = wall.hour * 60 + wall.minute
        if any(a <= minute < b for a, b in self.hours(wall.date())):
            return True
        return any(a <= minute + 1440 < b for a, b in self.hours(wall.date() - dt.timedelta(days=1)))

    def between(self, a, b):
        seconds, at = 0, a
        while at < b:
            step = min(at.replace(second=0) + MINUTE, b)
            seconds += int((step - at).total_seconds()) if self.open(at) else 0
            at = step
        return seconds

    def after(self, a, seconds):
        at = a
        while True:
            step = at.replace(second=0) + MINUTE
            if self.open(at):
                room = int((step - at).total_seconds())
                if seconds <= room:
                    return at + dt.timedelta(seconds=seconds)
                seconds -= room
            at = step

    def next_opening(self, a):
        at = a
        while not self.open(at):
            at = at.replace(second=0) + MINUTE
        return at


def instant(text):
    return dt.datetime.fromisoformat(text).astimezone(UTC)


def show(at):
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def row(name, note, start, hours):
    reckoner = Reckoner(name)
    a = instant(start)
    seconds = round(hours * 3600)
    due = reckoner.after(a, seconds)
    probe = a + dt.timedelta(days=4, hours=7, minutes=13, seconds=29)   # an instant of no meaning
    print("\t".join(["due", name, note, show(a), str(seconds), show(due), show(reckoner.next_opening(a)), show(probe), str(reckoner.between(a, probe))]))


def local(zone, *at):
    return dt.datetime(*at, tzinfo=ZoneInfo(zone)).isoformat()


def table():
    paris, montreal = "Europe/Paris", "America/Montreal"
    french = ["fr", "fr-split", "fr-alsace", "fr-night", "fr-saturday"]
    moments = [
        ("before opening", (2026, 9, 16, 7, 12)), ("at opening", (2026, 9, 16, 9, 0)), ("at closing", (2026, 9, 16, 18, 0)), ("a second before closing", (2026, 9, 16, 17, 59, 59)),
        ("Friday 17:55", (2026, 9, 18, 17, 55)), ("Saturday", (2026, 9, 19, 11, 30)), ("14 July", (2026, 7, 14, 10, 0)), ("eve of 14 July", (2026, 7, 13, 17, 55)),
        ("Good Friday", (2026, 4, 3, 16, 30)), ("Easter Monday", (2026, 4, 6, 9, 30)), ("11 November", (2026, 11, 11, 15, 0)), ("Christmas Eve", (2026, 12, 24, 17, 0)),
        ("night into summer", (2026, 3, 29, 1, 45)), ("eve of the night into summer", (2026, 3, 27, 17, 0)), ("night into winter", (2026, 10, 25, 1, 45)), ("eve of the night into winter", (2026, 10, 23, 17, 30)),
    ]
    for note, at in moments:
        for name in french:
            for hours in (1, 8) if name in ("fr", "fr-split") else (4.5,):
                row(name, note, local(paris, *at), hours)
    for name in ("fr-always", "fr-daily", "fr-odd"):
        for note, at in (("into summer, before", (2026, 3, 28, 23, 30)), ("into summer, within", (2026, 3, 29, 1, 59, 30)), ("into summer, after", (2026, 3, 29, 3, 0)), ("into winter, before", (2026, 10, 24, 23, 30)),
                         ("into winter, within", (2026, 10, 25, 2, 30)), ("into winter, after", (2026, 10, 25, 4, 15)), ("leap day", (2028, 2, 29, 1, 0))):
            for hours in (1.25, 26):
                row(name, note, local(paris, *at), hours)
    for name in ("qc", "qc-always", "qc-night", "qc-odd"):
        for note, at in (("before opening", (2026, 9, 16, 6, 5)), ("Friday 17:55", (2026, 9, 18, 17, 55)), ("24 June", (2026, 6, 24, 11, 0)), ("Canada Day", (2026, 7, 1, 8, 0)), ("Labour Day eve", (2026, 9, 4, 17, 30)),
                         ("night into summer", (2026, 3, 8, 1, 40)), ("eve of the night into summer", (2026, 3, 6, 17, 0)), ("night into winter", (2026, 11, 1, 1, 20)), ("eve of the night into winter", (2026, 10, 30, 17, 0))):
            row(name, note, local(montreal, *at), 3)
            if name == "qc":
                row(name, note, local(montreal, *at), 12)


def vectors():
    """Those of the measures: only durations."""
    for name, a, b in (
        ("fr-plain", "2026-03-27T17:00+01:00", "2026-03-30T10:00+02:00"), ("fr-always", "2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00"), ("fr-always", "2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00"),
        ("fr-daily", "2026-03-29T00:00+01:00", "2026-03-29T12:00+02:00"), ("fr-daily", "2026-10-25T00:00+02:00", "2026-10-25T12:00+01:00"), ("fr-split-plain", "2026-09-18T11:45+02:00", "2026-09-21T14:20+02:00"),
        ("fr", "2026-04-03T16:30+02:00", "2026-04-07T09:30+02:00"), ("ny-plain", "2026-03-09T08:00+01:00", "2026-03-09T16:00+01:00"), ("fr-plain", "2026-09-19T10:00+02:00", "2026-09-20T20:00+02:00")):
        print("\t".join(["open", name, "measures", show(instant(a)), show(instant(b)), str(Reckoner(name).between(instant(a), instant(b)))]))


if __name__ == "__main__":
    print("# due: calendar, what, from, open seconds, due, next opening, some later instant, open seconds until it")
    print("# open: calendar, what, from, to, open seconds. Made by generate.py.")
    vectors()
    table()
    sys.exit(0)
