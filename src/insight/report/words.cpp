// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/report/words.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/insight/metric_formula.hpp>
#include <vigie_embedded/report_files.hpp>

#include <nlohmann/json.hpp>
#include <unicode/decimfmt.h>
#include <unicode/numfmt.h>
#include <unicode/smpdtfmt.h>

#include <algorithm>
#include <cmath>

namespace vigie::insight {

namespace {

constexpr const char *kMinus = "\xE2\x88\x92";

nlohmann::json fileOf(std::string_view name)
{
    for (const auto &file : embedded::report_files)
        if (file.name == name)
            return nlohmann::json::parse(file.data);
    return nlohmann::json::object();
}

const nlohmann::json &allWords()
{
    static const auto all = fileOf("words.json");
    return all;
}

/// "%1" .. "%9" by `values`; what stands in a value is not looked at again.
std::string filled(const std::string &form, const std::vector<std::string> &values)
{
    std::string out;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool place = form[i] == '%' && i + 1 < form.size() && form[i + 1] >= '1' && form[i + 1] <= '9';
        const auto index = place ? static_cast<std::size_t>(form[i + 1] - '1') : values.size();
        if (place && index < values.size()) {
            out += values[index];
            ++i;
        } else {
            out += form[i];
        }
    }
    return out;
}

std::string utf8(const icu::UnicodeString &text)
{
    std::string out;
    text.toUTF8String(out);
    return out;
}

} // namespace

struct ReportWords::State {
    std::string language;
    const nlohmann::json *words = nullptr;
    icu::Locale locale;
    std::unique_ptr<icu::NumberFormat> numbers;
    std::unique_ptr<icu::SimpleDateFormat> days, shortDays, moments;

    [[nodiscard]] std::string dated(const icu::SimpleDateFormat &format, std::int32_t day) const
    {
        icu::UnicodeString text;
        format.format(static_cast<UDate>(day) * 86'400'000.0, text);
        return utf8(text);
    }
};

ReportWords::ReportWords(std::unique_ptr<State> state) : state_(std::move(state)) {}
ReportWords::ReportWords(ReportWords &&) noexcept = default;
ReportWords &ReportWords::operator=(ReportWords &&) noexcept = default;
ReportWords::~ReportWords() = default;

Result<ReportWords> ReportWords::create(const std::string &language)
{
    if (language != "en" && language != "fr")
        return fail(Errc::InvalidInput, "reports are written in en or fr, not in " + language);
    auto state = std::make_unique<State>();
    state->language = language;
    state->words = &allWords().at(language);
    state->locale = language == "fr" ? icu::Locale("fr", "FR") : icu::Locale("en", "GB");
    UErrorCode problem = U_ZERO_ERROR;
    state->numbers.reset(icu::NumberFormat::createInstance(state->locale, problem));
    const auto dates = [&](const char *pattern) {
        auto made = std::make_unique<icu::SimpleDateFormat>(icu::UnicodeString(pattern), state->locale, problem);
        made->setTimeZone(*icu::TimeZone::getGMT());
        return made;
    };
    state->days = dates("d MMMM y");
    state->shortDays = dates("d MMM");
    state->moments = dates(language == "fr" ? "d MMMM y '\xC3\xA0' HH:mm" : "d MMMM y 'at' HH:mm");
    if (U_FAILURE(problem))
        return fail(Errc::Internal, u_errorName(problem));
    return ReportWords(std::move(state));
}

const std::string &ReportWords::language() const { return state_->language; }

std::string ReportWords::word(const char *key, const std::vector<std::string> &values) const
{
    const auto found = state_->words->find(key);
    return found == state_->words->end() || !found->is_string() ? std::string(key) : filled(found->get_ref<const std::string &>(), values);
}

namespace {

/// French has one form for nothing and one, English for one alone.
std::string pluralOf(const nlohmann::json &forms, const std::string &language, std::int64_t count, const std::vector<std::string> &values)
{
    const bool one = language == "fr" ? count == 0 || count == 1 : count == 1;
    auto form = forms.at(one ? "one" : "other").get<std::string>();
    if (count == 0 && form.rfind("1", 0) == 0)
        form.replace(0, 1, "0");
    return filled(form, values);
}

} // namespace

std::string ReportWords::plural(const char *key, std::int64_t count, std::vector<std::string> values) const
{
    if (values.empty())
        values = {number(static_cast<double>(count))};
    return pluralOf(state_->words->at(key), state_->language, count, values);
}

std::string ReportWords::number(double value, int decimals) const
{
    icu::UnicodeString text;
    state_->numbers->setMinimumFractionDigits(decimals);
    state_->numbers->setMaximumFractionDigits(decimals);
    const double scale = std::pow(10.0, decimals);
    const bool nothing = std::round(std::abs(value) * scale) == 0;
    state_->numbers->format(nothing ? 0.0 : std::abs(value), text);
    return (value < 0 && !nothing ? kMinus : "") + utf8(text);
}

std::string ReportWords::signedNumber(double value, int decimals) const
{
    return (std::round(value * std::pow(10.0, decimals)) > 0 ? "+" : "") + number(value, decimals);
}

std::string ReportWords::percent(double share, int decimals) const { return word("percent", {number(share * 100, decimals)}); }

std::string ReportWords::duration(double seconds) const
{
    const auto whole = static_cast<std::int64_t>(std::llround(seconds));
    const auto text = [](std::int64_t value) { return std::to_string(value); };
    if (whole < 60)
        return word("seconds", {text(whole)});
    const auto minutes = (whole + 30) / 60;
    if (minutes < 60)
        return word("minutes", {text(minutes)});
    if (minutes < 48 * 60)
        return word("hours", {text(minutes / 60), (minutes % 60 < 10 ? "0" : "") + text(minutes % 60)});
    const auto hours = (minutes + 30) / 60;
    return word("days", {number(static_cast<double>(hours / 24)), text(hours % 24)});
}

std::string ReportWords::day(std::int32_t day) const
{
    auto text = state_->dated(*state_->days, day);
    if (state_->language == "fr" && text.rfind("1 ", 0) == 0)
        text.replace(0, 1, "1er");
    return text;
}

std::string ReportWords::shortDay(std::int32_t day) const { return state_->dated(*state_->shortDays, day); }

std::string ReportWords::moment(Instant at, const std::string &zone) const
{
    const auto wall = toWall(at, zone);
    if (!wall)
        return toRfc3339(at);
    icu::UnicodeString text;
    state_->moments->format(static_cast<UDate>(civilDay(*wall)) * 86'400'000.0 + minuteOf(*wall) * 60'000.0, text);
    return utf8(text);
}

std::string ReportWords::value(const std::optional<double> &value, Unit unit) const
{
    if (!value || !std::isfinite(*value))
        return word("no_data");
    switch (unit) {
    case Unit::Count:
    case Unit::People:
    case Unit::Views: return number(*value);
    case Unit::Percent: return percent(*value / 100, 1);
    case Unit::Points: return signedNumber(*value, 1);
    case Unit::Score: return signedNumber(*value, 1);
    case Unit::Seconds: return duration(*value);
    case Unit::Stars: return number(*value, 2);
    case Unit::PerPost: return word("value_per_post", {number(*value, 2)});
    case Unit::PerDay: return word("value_per_day", {number(*value, 1)});
    case Unit::PerHour: return word("value_per_hour", {number(*value, 1)});
    case Unit::Ratio:
    case Unit::Currency: return number(*value, 2);
    }
    return number(*value, 2);
}

std::string ReportWords::value(const Figure &figure) const
{
    return value(figure.value, figure.unit) + (figure.currency.empty() ? "" : "\u00a0" + figure.currency);
}

std::string ReportWords::size(double change, bool relative, Unit unit) const
{
    if (relative)
        return word("percent", {signedNumber(change * 100, std::abs(change) < 0.1 ? 1 : 0)});
    if (unit == Unit::Seconds)
        return (change > 0 ? "+" : change < 0 ? kMinus : "") + duration(std::abs(change));
    if (unit == Unit::Percent || unit == Unit::Points)
        return word("point", {signedNumber(change, 1)});
    return signedNumber(change, unit == Unit::Count || unit == Unit::People || unit == Unit::Views ? 0 : 2);
}

std::string ReportWords::change(const ReportFigure &figure) const
{
    const auto &change = figure.change;
    const auto unit = figure.now().unit;
    if (change.isNew)
        return word("new");
    const bool relative = change.intervalIsRelative || (!change.interval && change.relative && (unit == Unit::Count || unit == Unit::Seconds || unit == Unit::People || unit == Unit::Views));
    const auto moved = relative ? change.relative : change.absolute;
    if (!moved || !std::isfinite(*moved))
        return figure.now().value ? word("no_before") : std::string();
    const bool perSeen = relative && std::any_of(change.notes.begin(), change.notes.end(), [](const Note &note) { return note.kind == Note::Kind::Partial; });
    const auto told = perSeen ? word("per_seen", {size(*moved, relative, unit)}) : size(*moved, relative, unit);
    if (!change.interval || !std::isfinite(change.interval->low) || !std::isfinite(change.interval->high))
        return told;
    if (!change.distinguishable)
        return word("not_distinguishable", {told});
    return word("between", {told, size(change.interval->low, relative, unit), size(change.interval->high, relative, unit)});
}

std::string ReportWords::lastYear(const ReportFigure &figure) const
{
    return figure.lastYear.value ? value(figure.lastYear) + " (" + number(static_cast<double>(figure.lastYear.n)) + ")" : word("no_data");
}

std::string ReportWords::basis(const Figure &figure) const { return plural("rows", figure.n); }

std::string ReportWords::note(const Note &note, const std::string &zone) const
{
    std::string key = toString(note.kind);
    if (note.kind == Note::Kind::NotGiven && note.since)
        key += "_since";
    std::string since;
    if (note.since)
        if (const auto local = localDay(*note.since, zone))
            since = day(*local);
    auto count = number(static_cast<double>(note.count));
    if (note.kind == Note::Kind::Overdispersed)
        count = number(static_cast<double>(note.count) / 100, 1);
    else if (note.kind == Note::Kind::Partial)
        count = percent(static_cast<double>(note.count) / 1000, 1);
    const auto &forms = state_->words->at("notes");
    const bool many = note.kind == Note::Kind::Overdispersed || note.kind == Note::Kind::Partial;
    return forms.contains(key) ? pluralOf(forms.at(key), state_->language, many ? 2 : note.count, {count, since}) : key;
}

std::string ReportWords::coverage(const Coverage &coverage) const
{
    // 99.97 % is not "100 %": what is missing would not be said.
    const auto share = percent(std::floor(coverage.seenShare * 1000) / 1000, 1);
    if (coverage.openGaps == 0)
        return word("coverage", {share});
    return plural("coverage_gaps", coverage.openGaps, {share, duration(static_cast<double>(coverage.gapTime.count())), number(coverage.openGaps)});
}

std::string ReportWords::period(const Period &period) const
{
    return period.length() == 1 ? word("one_day", {day(period.fromDay)}) : word("period", {day(period.fromDay), day(period.toDay - 1)});
}

std::string ReportWords::periodBefore(const Period &period) const
{
    return period.length() == 1 ? word("compared_day", {day(period.fromDay)}) : word("compared", {day(period.fromDay), day(period.toDay - 1)});
}

std::string ReportWords::unitName(Unit unit) const { return state_->words->at("units").value(toString(unit), toString(unit)); }

std::string ReportWords::name(const std::string &figure) const { return metricWords(figure, state_->language).name; }

std::string ReportWords::definition(const std::string &figure) const { return metricWords(figure, state_->language).definition; }

std::string ReportWords::formula(const std::string &figure) const { return metricFormula(figure, state_->language); }

std::string ReportWords::depthTitle(const Report &report) const
{
    const auto subject = report.brandName.empty() ? word("everything") : report.brandName;
    const auto page = report.request.title.empty() ? state_->words->at("pages").value(report.request.page, word("title")) : report.request.title;
    return subject + " \xE2\x80\x94 " + page;
}

std::vector<std::string> ReportWords::notes(const Report &report) const
{
    std::vector<std::string> out;
    const auto against = report.figures.empty() ? previous(report.request.period) : report.figures.front().change.against;
    out.push_back(periodBefore(against) + ".");
    out.push_back(coverage(report.coverage) + ".");
    out.push_back(word("coverage_before", {coverage(report.coverageBefore)}));
    if (std::abs(report.coverage.seenShare - report.coverageBefore.seenShare) > 0.05)
        out.push_back(word("coverage_low"));
    if (report.aside > 0)
        out.push_back(plural("aside", report.aside));
    if (report.request.scope.withoutRelays)
        out.push_back(word("without_relays"));
    const auto &scope = report.request.scope;
    std::vector<std::string> tones;
    for (const auto tone : scope.tones)
        tones.push_back(word(tone > 0 ? "positive" : tone < 0 ? "negative" : "neutral"));
    const std::pair<const char *, std::vector<std::string>> filters[] = {
        {"networks", scope.networks}, {"languages", scope.langs}, {"tags", report.tagNames}, {"tones", tones},
        {"only_words", scope.words.empty() ? std::vector<std::string>() : std::vector<std::string>{scope.words}}};
    for (const auto &[key, values] : filters) {
        std::string list;
        for (const auto &value : values)
            list += (list.empty() ? "" : ", ") + value;
        if (!list.empty())
            out.push_back(word(key, {list}));
    }
    return out;
}

} // namespace vigie::insight
