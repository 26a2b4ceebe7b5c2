// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan_fixture.hpp"

#include "plan/table_import.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/plan/calendar_log.hpp>
#include <vigie/store/calendar_events.hpp>
#include <vigie/store/campaigns.hpp>

#include <fstream>
#include <map>
#include <random>

using namespace vigie;
using namespace vigie::plan;
using test::must;
using What = ImportEntry::What;

namespace {

struct Importing : test::PlanFixture {
    ImportOptions options{"Europe/Paris", false, false, 540};

    std::string file(const std::string &name, const std::string &content)
    {
        const auto path = store.folder.file(name);
        std::ofstream(path, std::ios::binary) << content;
        return path;
    }
    CalendarImport judged(const CalendarImport &import)
    {
        return store.read([&](store::Tx &tx) { return judgeImport(tx, import); });
    }
    CalendarImport table(const std::string &content) { return judged(must(readCalendarFile(file("posts.csv", content), options))); }
    ImportDone apply(const CalendarImport &import)
    {
        return store.write([&](store::Tx &tx) { return applyImport(tx, networks, import); });
    }
    Instant now() const { return store.clock.now(); }
};

} // namespace

TEST_CASE("a table is tried line by line: what comes in, what does not and why", "[plan][import]")
{
    Importing f;
    f.store.write([&](store::Tx &tx) {
        Campaign campaign;
        campaign.name = "Salon de Nantes";
        return store::Campaigns(tx).save(campaign);
    });
    const auto import = f.table("Date;Heure;Texte;Comptes;Campagne;Humeur\r\n"
                                "27/11/2026;9h30;Bonjour;one;salon de NANTES;gai\r\n"
                                "29/03/2026;02:30;La nuit;;;\r\n"
                                "31/02/2026;10:00;Impossible;;;\r\n"
                                "01/12/2026;25:00;Trop tard;;;\r\n"
                                "01/12/2026;;Sans heure;one, two;;\r\n"
                                ";;Un brouillon;;;\r\n"
                                ";10:00;Sans jour;;;\r\n"
                                "02/12/2026;10:00;;;;\r\n"
                                "03/12/2026;10:00;Personne;nobody;;\r\n"
                                "\r\n"
                                "01/01/2020;10:00;Avant;;;\r\n");
    REQUIRE(import.entries.size() == 10);
    CHECK(import.unknown == std::vector<std::string>{"Humeur"});
    CHECK(import.zone == "Europe/Paris");
    CHECK_FALSE(import.monthFirst);
    CHECK_FALSE(import.ambiguousDates);
    const auto &e = import.entries;
    CHECK(e[0].line == 2);
    CHECK(toString(*e[0].post.wall) == "2026-11-27T09:30:00");
    CHECK(e[0].post.campaign);
    REQUIRE(e[0].post.variants.size() == 1);
    CHECK(e[0].post.variants[0].account == f.one);
    CHECK(e[1].reason == "gap");
    CHECK(e[1].what == What::AddPost);
    CHECK(e[2].reason == "date");
    CHECK(e[3].reason == "time");
    CHECK(toString(*e[4].post.wall) == "2026-12-01T09:00:00");
    CHECK(e[4].post.variants.size() == 2);
    CHECK_FALSE(e[5].post.wall);
    CHECK(e[5].what == What::AddPost);
    CHECK(e[6].reason == "no-date");
    CHECK(e[7].reason == "no-text");
    CHECK(e[8].reason == "account");
    CHECK(e[8].detail == "nobody");
    CHECK(e[9].line == 12);
    CHECK(e[9].reason == "past");
    CHECK(import.count(What::AddPost) == 5);
    CHECK(import.count(What::Skip) == 5);
}

TEST_CASE("an import is one step: drafts, taken back together, and the same file twice changes nothing", "[plan][import]")
{
    Importing f;
    const std::string content = "date,time,text\n2026-11-27,09:00,one\n2026-11-28,10:15,two\n";
    const auto done = f.apply(f.table(content));
    CHECK(done.import.count(What::AddPost) == 2);
    const auto there = [&] { return f.store.read([&](store::Tx &tx) { return store::Plans(tx).between(f.now(), f.now() + std::chrono::hours(24 * 400)); }); };
    REQUIRE(there().size() == 2);
    CHECK_FALSE(there()[0].approved);
    CHECK(toRfc3339(there()[1].due) == "2026-11-28T09:15:00Z");
    CHECK(f.table(content).count(What::Same) == 2);
    CHECK(f.apply(f.table(content)).import.count(What::AddPost) == 0);
    const auto undone = f.store.write([&](store::Tx &tx) { return undoStep(tx, f.networks, done.step); });
    CHECK(undone.restored == 2);
    CHECK(there().empty());
}

TEST_CASE("encodings and separators are told from the file", "[plan][import]")
{
    Importing f;
    const auto latin = must(readCalendarFile(f.file("a.csv", "date;texte\n2026-11-27;\xC9t\xE9 \xE0 N\xEEmes\n"), f.options));
    CHECK(latin.entries.at(0).post.text == "\xC3\x89t\xC3\xA9 \xC3\xA0 N\xC3\xAEmes");
    CHECK(latin.encoding == "windows-1252");
    std::string wide = "\xFF\xFE";
    for (const char c : std::string("date\ttext\n2026-11-27\thello\n")) {
        wide += c;
        wide += '\0';
    }
    CHECK(must(readCalendarFile(f.file("b.tsv", wide), f.options)).entries.at(0).post.text == "hello");
    CHECK(readCalendarFile(f.file("c.csv", "date,hour\n2026-11-27,9\n"), f.options).error().code == Errc::InvalidInput);
    CHECK_FALSE(readCalendarFile(f.store.folder.file("missing.csv"), f.options));
    CHECK(readCalendarFile(f.file("d.csv", "date,text\n"), {"Mars/Base", false, false, 540}).error().code == Errc::InvalidInput);
}

TEST_CASE("which of day and month comes first is told by the file, else by the person", "[plan][import]")
{
    Importing f;
    CHECK(f.table("date,text\n05/11/2026,a\n11/25/2026,b\n").monthFirst);
    CHECK(toString(*f.table("date,text\n05/11/2026,a\n11/25/2026,b\n").entries[0].post.wall) == "2026-05-11T09:00:00");
    const auto open = f.table("date,text\n05/11/2026,a\n");
    CHECK(open.ambiguousDates);
    CHECK(toString(*open.entries[0].post.wall) == "2026-11-05T09:00:00");
    f.options.monthFirst = true;
    CHECK(toString(*f.table("date,text\n05/11/2026,a\n").entries[0].post.wall) == "2026-05-11T09:00:00");
    CHECK_FALSE(f.table("date,text\n2026-11-05,a\n").ambiguousDates);
}

TEST_CASE("hours and days as people write them", "[plan][import]")
{
    CHECK(minuteFromCell("9") == 540);
    CHECK(minuteFromCell("9h") == 540);
    CHECK(minuteFromCell("09h05") == 545);
    CHECK(minuteFromCell("18.30") == 1110);
    CHECK(minuteFromCell("6:15 PM") == 1095);
    CHECK(minuteFromCell("12:00 am") == 0);
    CHECK(minuteFromCell("12 pm") == 720);
    for (const auto *bad : {"", "24:00", "13 pm", "9:61", "nine", "9:", "-1", "9:00:00:00"}) {
        INFO(bad);
        CHECK_FALSE(minuteFromCell(bad));
    }
    CHECK(dayFromCell("27.11.26", false) == must(parseIsoDay("2026-11-27")));
    for (const auto *bad : {"", "27/11", "2026-13-01", "0/1/2026", "a/b/c", "1//2026", "29/02/2026"}) {
        INFO(bad);
        CHECK_FALSE(dayFromCell(bad, false));
    }
    // Whatever day there is reads back, in each of the orders.
    std::mt19937 random(11);
    for (int round = 0; round < 300; ++round) {
        const auto day = std::uniform_int_distribution<std::int32_t>(1000, 60'000)(random);
        const auto w = wallAt(day);
        const auto y = std::to_string(w.year), m = std::to_string(w.month), d = std::to_string(w.day);
        CHECK(dayFromCell(toIsoDay(day), round % 2 == 0) == day);
        CHECK(dayFromCell(d + "/" + m + "/" + y, false) == day);
        CHECK(dayFromCell(m + "-" + d + "-" + y, true) == day);
    }
}

TEST_CASE("iCalendar: zones by any name, whole days, rules written out, exceptions and changes by hand", "[plan][import][ics]")
{
    Importing f;
    const std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n"
                             "BEGIN:VEVENT\r\nUID:a@x\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;TZID=Europe/Paris:20260421T090000\r\nDTEND;TZID=Europe/Paris:20260421T124500\r\n"
                             "SUMMARY:Salon de Nan\r\n tes\r\nLOCATION:Nantes\\, hall 3\r\nEND:VEVENT\r\n"
                             "BEGIN:VEVENT\r\nUID:b@x\r\nDTSTART;VALUE=DATE:20260514\r\nDTEND;VALUE=DATE:20260517\r\nSUMMARY:Pont\r\nEND:VEVENT\r\n"
                             "BEGIN:VEVENT\r\nUID:c@x\r\nDTSTART;TZID=Romance Standard Time:20260303T180000\r\nDURATION:PT1H30M\r\nRRULE:FREQ=WEEKLY;COUNT=5\r\n"
                             "EXDATE;TZID=Europe/Paris:20260317T180000\r\nSUMMARY:Live\r\nEND:VEVENT\r\n"
                             "BEGIN:VEVENT\r\nUID:c@x\r\nRECURRENCE-ID;TZID=Europe/Paris:20260324T180000\r\nDTSTART;TZID=Europe/Paris:20260325T190000\r\n"
                             "DTEND;TZID=Europe/Paris:20260325T200000\r\nSUMMARY:Live, a day later\r\nEND:VEVENT\r\n"
                             "BEGIN:VEVENT\r\nUID:d@x\r\nDTSTART:20260601T080000Z\r\nSUMMARY:UTC\r\nEND:VEVENT\r\n"
                             "BEGIN:VEVENT\r\nUID:e@x\r\nDTSTART;TZID=Nowhere/Land:20260601T080000\r\nSUMMARY:Lost\r\nEND:VEVENT\r\n"
                             "BEGIN:VEVENT\r\nUID:g@x\r\nDTSTART:20260701T080000Z\r\nSTATUS:CANCELLED\r\nSUMMARY:Off\r\nEND:VEVENT\r\n"
                             "END:VCALENDAR\r\n";
    const auto import = f.judged(must(readIcs(text, f.options, f.now())));
    std::map<std::string, const ImportEntry *> by;
    for (const auto &entry : import.entries)
        by[entry.event.uid] = &entry;
    CHECK(by["a@x"]->event.name == "Salon de Nantes");
    CHECK(by["a@x"]->event.place == "Nantes, hall 3");
    CHECK(toRfc3339(by["a@x"]->event.startsAt) == "2026-04-21T07:00:00Z");
    CHECK(by["a@x"]->line == 4);
    CHECK(by["b@x"]->event.allDay);
    CHECK(toString(by["b@x"]->event.ends) == "2026-05-17T00:00:00");
    REQUIRE(by.count("c@x/2026-03-03") == 1);
    CHECK(toRfc3339(by["c@x/2026-03-03"]->event.startsAt) == "2026-03-03T17:00:00Z");
    CHECK(toRfc3339(by["c@x/2026-03-31"]->event.startsAt) == "2026-03-31T16:00:00Z"); // six o'clock on both sides
    CHECK(by.count("c@x/2026-03-17") == 0);
    CHECK(by["c@x/2026-03-24"]->event.name == "Live, a day later");
    CHECK(toString(by["c@x/2026-03-24"]->event.starts) == "2026-03-25T19:00:00");
    CHECK(toString(by["d@x"]->event.starts) == "2026-06-01T10:00:00");
    CHECK(by[""]->reason == "zone");
    CHECK(by["g@x"]->reason == "cancelled");
    const auto done = f.apply(import);
    CHECK(done.import.count(What::AddEvent) == 7);
    CHECK(f.judged(must(readIcs(text, f.options, f.now()))).count(What::Same) == 7);
    // The fair moves: the same entry changes, none is added.
    auto moved = text;
    moved.replace(moved.find("20260421T124500"), 15, "20260421T140000");
    CHECK(f.apply(must(readIcs(moved, f.options, f.now()))).import.count(What::ChangeEvent) == 1);
    CHECK(f.store.write([&](store::Tx &tx) { return undoStep(tx, f.networks); }).restored == 1);
    CHECK(f.judged(must(readIcs(text, f.options, f.now()))).count(What::Same) == 7);
}

TEST_CASE("what Vigie writes, it reads again: posts as posts, at their instant", "[plan][import][ics]")
{
    Importing f;
    auto post = f.draft("Premi\xC3\xA8re ligne, avec ; et \\\nDeuxi\xC3\xA8me ligne \xF0\x9F\x8E\x89", WallTime{2026, 4, 2, 9, 30, 0}, "America/Montreal");
    const auto id = f.add(post);
    CalendarEvent event;
    event.name = "Salon";
    event.zone = "Europe/Paris";
    event.allDay = true;
    event.starts = {2026, 4, 21, 0, 0, 0};
    event.ends = {2026, 4, 23, 0, 0, 0};
    const auto text = toIcs({f.get(id)}, {event}, f.now());
    CHECK(text.find("DTSTART:20260402T133000Z") != std::string::npos);
    for (std::size_t at = 0; at < text.size();) { // RFC 5545 3.1: lines of 75 octets at the most
        const auto end = text.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        CHECK(end - at <= 75);
        at = end + 2;
    }
    const auto back = must(readIcs(text, f.options, f.now()));
    REQUIRE(back.entries.size() == 2);
    CHECK(back.entries[0].what == What::AddPost);
    CHECK(back.entries[0].post.text == f.get(id).text);
    CHECK(back.entries[0].post.zone == "America/Montreal");
    CHECK(back.entries[0].post.wall == f.get(id).wall);
    CHECK(back.entries[1].event.allDay);
    CHECK(back.entries[1].event.ends == event.ends);
    CHECK(f.judged(back).entries[0].what == What::Same);
}

TEST_CASE("what is no calendar is refused and nothing is lost", "[plan][import][ics]")
{
    Importing f;
    for (const auto *bad : {"", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "BEGIN:VCALENDAR", "\xFF\xFE\x00", "BEGIN:VEVENT\r\nEND:VEVENT\r\n"}) {
        const auto read = readIcs(bad, f.options, f.now());
        REQUIRE_FALSE(read);
        CHECK(read.error().code == Errc::InvalidInput);
    }
    // Cut anywhere, it is read or refused, never more.
    const std::string whole = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260601T080000Z\r\nRRULE:FREQ=DAILY;COUNT=3\r\nSUMMARY:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    for (std::size_t length = 0; length < whole.size(); ++length)
        if (const auto read = readIcs(whole.substr(0, length), f.options, f.now()))
            CHECK(read->entries.size() <= 3);
}
