// SPDX-License-Identifier: GPL-3.0-or-later
// iCalendar in and out, by libical.
#include <vigie/plan/calendar_import.hpp>

#include <vigie/base/civil_day.hpp>
#include <vigie/plan/recurrence.hpp>

#include <fmt/core.h>
#include <libical/ical.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace vigie::plan {

namespace {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

constexpr const char *kProduct = "-//Vigie//Calendar//EN", *kKind = "X-VIGIE-KIND", *kZone = "X-VIGIE-ZONE", *kPost = "POST";
constexpr int kPostMinutes = 15, kExpandedDays = 400;
constexpr std::size_t kMostOccurrences = 500;

// --- out ----------------------------------------------------------------------------------------------------------------

icaltimetype utcTime(Instant at)
{
    return icaltime_from_timet_with_zone(std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count(), 0, icaltimezone_get_utc_timezone());
}

icaltimetype dateOf(const WallTime &wall)
{
    auto out = icaltime_null_date();
    out.year = wall.year;
    out.month = wall.month;
    out.day = wall.day;
    return out;
}

void own(icalcomponent *entry, const char *name, const std::string &value)
{
    auto *property = icalproperty_new_x(value.c_str());
    icalproperty_set_x_name(property, name);
    icalcomponent_add_property(entry, property);
}

icalcomponent *entryOf(const std::string &uid, const std::string &summary, const std::string &text, Instant changed)
{
    auto *entry = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    icalcomponent_set_uid(entry, uid.c_str());
    icalcomponent_set_dtstamp(entry, utcTime(changed));
    icalcomponent_set_summary(entry, summary.c_str());
    if (!text.empty())
        icalcomponent_set_description(entry, text.c_str());
    return entry;
}

std::string firstLine(const std::string &text)
{
    return text.substr(0, text.find('\n'));
}

icalcomponent *entryOf(const PlanItem &post)
{
    auto *entry = entryOf(fmt::format("vigie-post-{}", post.id.value), firstLine(post.text), post.text, post.changedAt);
    icalcomponent_set_dtstart(entry, utcTime(post.due));
    icalcomponent_set_dtend(entry, utcTime(post.due + std::chrono::minutes(kPostMinutes)));
    icalcomponent_add_property(entry, icalproperty_new_status(post.approved ? ICAL_STATUS_CONFIRMED : ICAL_STATUS_TENTATIVE));
    icalcomponent_add_property(entry, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT)); // a post makes nobody busy
    own(entry, kKind, kPost);
    own(entry, kZone, post.zone);
    return entry;
}

icalcomponent *entryOf(const CalendarEvent &event)
{
    const auto uid = event.uid.empty() ? fmt::format("vigie-event-{}", event.id.value) : event.uid;
    auto *entry = entryOf(uid, event.name, event.note, event.changedAt);
    icalcomponent_set_dtstart(entry, event.allDay ? dateOf(event.starts) : utcTime(event.startsAt));
    icalcomponent_set_dtend(entry, event.allDay ? dateOf(event.ends) : utcTime(event.endsAt));
    if (!event.place.empty())
        icalcomponent_set_location(entry, event.place.c_str());
    own(entry, kZone, event.zone);
    return entry;
}

// --- in -----------------------------------------------------------------------------------------------------------------

std::string textOf(const char *text)
{
    return text == nullptr ? std::string() : std::string(text);
}

std::string ownValue(icalcomponent *entry, const char *name)
{
    for (auto *property = icalcomponent_get_first_property(entry, ICAL_X_PROPERTY); property != nullptr; property = icalcomponent_get_next_property(entry, ICAL_X_PROPERTY))
        if (textOf(icalproperty_get_x_name(property)) == name)
            return textOf(icalproperty_get_x(property));
    return {};
}

/// Names of zones as programs write them: IANA, with a prefix, or those of Windows.
std::string ianaZone(std::string name)
{
    if (zoneExists(name))
        return name;
    for (auto slash = name.find('/'); slash != std::string::npos; slash = name.find('/', slash + 1))
        if (const auto rest = name.substr(slash + 1); rest.find('/') != std::string::npos && zoneExists(rest))
            return rest;
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString id;
    icu::TimeZone::getIDForWindowsID(icu::UnicodeString::fromUTF8(name), nullptr, id, status);
    std::string out;
    id.toUTF8String(out);
    return U_SUCCESS(status) && zoneExists(out) ? out : std::string();
}

struct Moment {
    WallTime wall;
    std::string zone;   ///< empty: not known
    bool day = false;   ///< a date without an hour
};

WallTime wallFrom(const icaltimetype &time)
{
    return {time.year, static_cast<std::uint8_t>(time.month), static_cast<std::uint8_t>(time.day), static_cast<std::uint8_t>(time.hour),
            static_cast<std::uint8_t>(time.minute), static_cast<std::uint8_t>(std::min(time.second, 59))};
}

std::optional<Moment> momentOf(icalcomponent *entry, icalproperty_kind kind, const ImportOptions &options, const std::string &writtenZone)
{
    auto *property = icalcomponent_get_first_property(entry, kind);
    if (property == nullptr)
        return std::nullopt;
    const auto time = kind == ICAL_DTSTART_PROPERTY ? icalproperty_get_dtstart(property) : kind == ICAL_DTEND_PROPERTY ? icalproperty_get_dtend(property)
                                                                                                                   : icalproperty_get_recurrenceid(property);
    if (icaltime_is_null_time(time) || time.year < 1970 || time.year > 2400)
        return std::nullopt;
    Moment out{wallFrom(time), options.zone, time.is_date != 0};
    const auto *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    if (out.day)
        return out;
    if (icaltime_is_utc(time)) {
        // An instant: on the wall of the zone it was planned in, else of the one that was said.
        out.zone = zoneExists(writtenZone) ? writtenZone : options.zone;
        if (const auto at = toInstant(out.wall, "UTC"))
            if (const auto wall = toWall(at->at, out.zone))
                out.wall = *wall;
    } else if (parameter != nullptr) {
        out.zone = ianaZone(textOf(icalparameter_get_tzid(const_cast<icalparameter *>(parameter))));
    }
    return out;
}

int minutesBetween(const WallTime &from, const WallTime &to)
{
    return (civilDay(to) - civilDay(from)) * 24 * 60 + minuteOf(to) - minuteOf(from);
}

/// How long it lasts on the wall.
int lengthOf(icalcomponent *entry, const Moment &starts, const ImportOptions &options, const std::string &zone)
{
    if (const auto ends = momentOf(entry, ICAL_DTEND_PROPERTY, options, zone))
        return minutesBetween(starts.wall, ends->wall);
    if (auto *duration = icalcomponent_get_first_property(entry, ICAL_DURATION_PROPERTY); duration != nullptr)
        return icaldurationtype_as_int(icalproperty_get_duration(duration)) / 60;
    return starts.day ? 24 * 60 : 0;
}

ImportEntry skipped(std::int64_t line, const char *reason, std::string detail)
{
    ImportEntry entry;
    entry.line = line;
    entry.reason = reason;
    entry.detail = std::move(detail);
    return entry;
}

class Reader {
public:
    Reader(const ImportOptions &options, Instant now) : options_(options), now_(now) {}

    void read(icalcomponent *entry, std::int64_t line)
    {
        const auto summary = textOf(icalcomponent_get_summary(entry));
        const auto written = ownValue(entry, kZone);
        const auto starts = momentOf(entry, ICAL_DTSTART_PROPERTY, options_, written);
        if (!starts) {
            entries_.push_back(skipped(line, "date", summary));
            return;
        }
        if (starts->zone.empty()) {
            entries_.push_back(skipped(line, "zone", summary));
            return;
        }
        auto model = modelOf(entry, *starts, summary, written);
        model.line = line;
        if (model.reason.empty() && icalcomponent_get_status(entry) == ICAL_STATUS_CANCELLED) {
            model.what = ImportEntry::What::Skip;
            model.reason = "cancelled";
        }
        const auto uid = textOf(icalcomponent_get_uid(entry));
        if (const auto which = momentOf(entry, ICAL_RECURRENCEID_PROPERTY, options_, written)) { // one occurrence, changed by hand
            place(std::move(model), uid, toIsoDay(civilDay(which->wall)));
            return;
        }
        auto *rule = icalcomponent_get_first_property(entry, ICAL_RRULE_PROPERTY);
        if (rule == nullptr || model.what == ImportEntry::What::Skip) {
            place(std::move(model), uid, {});
            return;
        }
        auto recurrence = icalproperty_get_rrule(rule);
        expand(std::move(model), uid, textOf(icalrecurrencetype_as_string(&recurrence)), exceptions(entry));
    }
    [[nodiscard]] std::vector<ImportEntry> take() { return std::move(entries_); }

private:
    ImportEntry modelOf(icalcomponent *entry, const Moment &starts, const std::string &summary, const std::string &written) const
    {
        ImportEntry out;
        const auto note = textOf(icalcomponent_get_description(entry));
        if (options_.asPosts || ownValue(entry, kKind) == kPost) {
            out.what = ImportEntry::What::AddPost;
            out.post.text = note.empty() ? summary : note;
            out.post.zone = starts.zone;
            out.post.wall = starts.day ? wallAt(civilDay(starts.wall), options_.minute) : starts.wall;
            if (out.post.text.empty()) {
                out.what = ImportEntry::What::Skip;
                out.reason = "no-text";
            }
            return out;
        }
        out.what = ImportEntry::What::AddEvent;
        auto &event = out.event;
        event.name = summary;
        event.note = note;
        event.place = textOf(icalcomponent_get_location(entry));
        event.zone = starts.zone;
        event.allDay = starts.day;
        event.starts = starts.wall;
        const int length = lengthOf(entry, starts, options_, written);
        event.ends = plusMinutes(starts.wall, std::max(0, length));
        if (summary.empty() || length < 0) {
            out.what = ImportEntry::What::Skip;
            out.reason = summary.empty() ? "no-text" : "ends-before";
        }
        return out;
    }

    static std::set<std::string> exceptions(icalcomponent *entry)
    {
        std::set<std::string> out;
        for (auto *property = icalcomponent_get_first_property(entry, ICAL_EXDATE_PROPERTY); property != nullptr; property = icalcomponent_get_next_property(entry, ICAL_EXDATE_PROPERTY))
            out.insert(toIsoDay(civilDay(wallFrom(icalproperty_get_exdate(property)))));
        return out;
    }

    void expand(const ImportEntry &model, const std::string &uid, const std::string &rule, const std::set<std::string> &without)
    {
        const bool post = model.what == ImportEntry::What::AddPost;
        const auto start = post ? *model.post.wall : model.event.starts;
        const auto today = toWall(now_, post ? model.post.zone : model.event.zone);
        // What ended years ago is of no use to a calendar; what began long ago still goes on.
        const auto from = today && *today > plusDays(start, kExpandedDays) ? *today : start;
        const auto walls = occurrences(rule, start, from, plusDays(from, kExpandedDays), kMostOccurrences);
        if (!walls) {
            entries_.push_back(skipped(model.line, "rule", rule));
            return;
        }
        for (const auto &wall : *walls) {
            const auto day = toIsoDay(civilDay(wall));
            if (without.count(day) > 0)
                continue;
            auto one = model;
            if (post) {
                one.post.wall = wall;
            } else {
                one.event.ends = plusMinutes(wall, minutesBetween(model.event.starts, model.event.ends));
                one.event.starts = wall;
            }
            place(std::move(one), uid, day);
        }
    }

    /// An occurrence that was changed by hand stands for the one the rule makes, whichever comes first in the file.
    void place(ImportEntry entry, const std::string &uid, const std::string &day)
    {
        if (!uid.empty())
            entry.event.uid = day.empty() ? uid : uid + "/" + day;
        const auto key = entry.event.uid;
        if (day.empty() || key.empty()) {
            entries_.push_back(std::move(entry));
            return;
        }
        const auto [known, fresh] = placed_.try_emplace(key, entries_.size());
        if (fresh)
            entries_.push_back(std::move(entry));
        else if (entry.line > entries_[known->second].line)
            entries_[known->second] = std::move(entry);
    }

    const ImportOptions &options_;
    Instant now_;
    std::vector<ImportEntry> entries_;
    std::map<std::string, std::size_t> placed_;
};

/// Lines of the file on which entries begin, in order.
std::vector<std::int64_t> entryLines(const std::string &text)
{
    std::vector<std::int64_t> out;
    std::int64_t line = 1;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        if (text.compare(at, 12, "BEGIN:VEVENT") == 0)
            out.push_back(line);
        at = end + 1;
        ++line;
    }
    return out;
}

} // namespace

std::string toIcs(const std::vector<PlanItem> &posts, const std::vector<CalendarEvent> &events, Instant now)
{
    const Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT), &icalcomponent_free);
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid(kProduct));
    for (const auto &post : posts)
        if (post.wall && !post.deletedAt)
            icalcomponent_add_component(calendar.get(), entryOf(post));
    for (const auto &event : events)
        if (!event.deletedAt)
            icalcomponent_add_component(calendar.get(), entryOf(event));
    own(calendar.get(), "X-VIGIE-WRITTEN", toRfc3339(now));
    const std::unique_ptr<char, decltype(&std::free)> text(icalcomponent_as_ical_string_r(calendar.get()), &std::free);
    return text ? std::string(text.get()) : std::string();
}

Result<CalendarImport> readIcs(const std::string &text, const ImportOptions &options, Instant now)
{
    if (!zoneExists(options.zone))
        return fail(Errc::InvalidInput, "unknown time zone \"" + options.zone + "\"");
    icalerror_set_errors_are_fatal(0);
    icalerror_clear_errno();
    const Component root(icalparser_parse_string(text.c_str()), &icalcomponent_free);
    if (!root)
        return fail(Errc::InvalidInput, "the file is not a calendar (RFC 5545)");
    const auto lines = entryLines(text);
    Reader reader(options, now);
    std::size_t number = 0;
    const auto readAll = [&](icalcomponent *calendar) {
        for (auto *entry = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); entry != nullptr;
             entry = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT), ++number)
            reader.read(entry, number < lines.size() ? lines[number] : 0);
    };
    if (icalcomponent_isa(root.get()) == ICAL_VCALENDAR_COMPONENT)
        readAll(root.get());
    for (auto *one = icalcomponent_get_first_component(root.get(), ICAL_VCALENDAR_COMPONENT); one != nullptr;
         one = icalcomponent_get_next_component(root.get(), ICAL_VCALENDAR_COMPONENT))
        readAll(one); // several calendars in one file
    CalendarImport import;
    import.zone = options.zone;
    import.encoding = "utf-8";
    import.entries = reader.take();
    if (import.entries.empty())
        return fail(Errc::InvalidInput, "the calendar has no entries");
    return import;
}

} // namespace vigie::plan
