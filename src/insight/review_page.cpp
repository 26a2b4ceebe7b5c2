// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/reviews.hpp>

#include "insight/scope_rows.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/base/csv.hpp>
#include <vigie/store/queries.hpp>
#include <vigie_embedded/review_files.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace vigie::insight {

namespace {

using store::ReviewRow;

constexpr std::chrono::hours kSheets{24 * 90};

const nlohmann::json &wordsIn(std::string_view lang)
{
    static const auto all = nlohmann::json::parse(embedded::review_files.front().data);
    return all.at(lang.substr(0, 2) == "fr" ? "fr" : "en");
}

std::string word(const char *key, std::string_view lang)
{
    return wordsIn(lang).at(key).get<std::string>();
}

void put(std::string &text, std::string_view place, const std::string &value)
{
    if (const auto at = text.find(place); at != std::string::npos)
        text.replace(at, place.size(), value);
}

/// With a decimal comma in French, and no more digits than are meant.
std::string number(double value, int digits, std::string_view lang)
{
    auto text = fmt::format("{:.{}f}", value, digits);
    if (lang.substr(0, 2) == "fr")
        std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::size_t wholeStars(double rating)
{
    return static_cast<std::size_t>(std::clamp(std::lround(rating * kStars), 0L, 5L));
}

Result<std::vector<ReviewMonth>> monthsOf(const std::vector<ReviewRow> &rows, const std::string &zone)
{
    std::map<std::int32_t, std::pair<ReviewMonth, double>> months;
    const auto firstOf = [&](Instant at) -> Result<std::int32_t> {
        VIGIE_TRY(auto wall, toWall(at, zone));
        wall.day = 1;
        return civilDay(wall);
    };
    for (const auto &row : rows) {
        if (!row.dated || !row.rating)
            continue;
        VIGIE_TRY(const auto first, firstOf(row.publishedAt));
        auto &[month, sum] = months[first];
        ++month.rated;
        ++month.stars[wholeStars(*row.rating)];
        sum += *row.rating * kStars;
    }
    std::vector<ReviewMonth> out;
    for (auto &[first, entry] : months) {
        // A month without reviews is a gap in the mean, not a month that never was.
        while (!out.empty()) {
            auto wall = wallAt(out.back().day);
            wall.year += wall.month == 12 ? 1 : 0;
            wall.month = static_cast<std::uint8_t>(wall.month % 12 + 1);
            const auto next = civilDay(wall);
            if (next >= first)
                break;
            out.emplace_back().day = next;
        }
        entry.first.day = first;
        entry.first.mean = entry.second / static_cast<double>(entry.first.rated);
        out.push_back(entry.first);
    }
    return out;
}

/// What else than the store's own conditions a scope asks for.
bool asksMore(const FigureScope &scope)
{
    return scope.query || !scope.words.empty() || !scope.tags.empty() || !scope.tones.empty() || scope.withoutRelays;
}

/// What is gone is no mention any more: of a narrower scope it is left out.
Result<void> narrow(store::Tx &tx, const FigureScope &scope, const Stretch &stretch, std::vector<ReviewRow> &rows)
{
    if (!asksMore(scope))
        return {};
    std::unordered_set<ItemId> found;
    VIGIE_CHECK(store::MentionFacts(tx).read(storeScope(scope, stretch), [&](const store::MentionFact &fact) {
        found.insert(fact.item);
        return true;
    }));
    std::erase_if(rows, [&](const ReviewRow &row) { return found.count(row.item) == 0; });
    return {};
}

std::vector<std::string> placesOf(const std::vector<ReviewRow> &rows)
{
    std::map<std::string, int> counts;
    for (const auto &row : rows)
        ++counts[row.place];
    std::vector<std::string> out;
    for (const auto &[place, count] : counts)
        out.push_back(place);
    std::stable_sort(out.begin(), out.end(), [&](const auto &a, const auto &b) { return counts[a] > counts[b]; });
    return out;
}

} // namespace

bool wantsALook(const ReviewRow &row)
{
    return row.state != ItemState::Visible || (row.lastAnswerAt && row.editedAt && *row.editedAt > *row.lastAnswerAt);
}

Result<ReviewReader::Read> ReviewReader::read(const ReviewRequest &request)
{
    store::ReviewScope scope;
    scope.networks = request.scope.networks;
    scope.langs = request.scope.langs;
    scope.removed = true;
    Stretch stretch{Instant{}, tx_.now()};
    if (request.period) {
        VIGIE_TRY(stretch, stretchOf(tx_, *request.period));
        scope.from = stretch.from;
        scope.to = stretch.to;
    }
    Read out;
    VIGIE_TRY(out.rows, store::Reviews(tx_).read(scope));
    VIGIE_CHECK(narrow(tx_, request.scope, stretch, out.rows));
    out.now = std::min(stretch.to, tx_.now());
    out.places = placesOf(out.rows);
    if (request.place)
        std::erase_if(out.rows, [&](const ReviewRow &row) { return row.place != *request.place; });
    return out;
}

Result<std::vector<ItemId>> ReviewReader::rows(const ReviewRequest &request, const std::string &group, const store::SearchPage &page)
{
    VIGIE_TRY(const auto all, read(request));
    std::vector<ItemId> out;
    for (const auto &row : all.rows)
        if (row.state == ItemState::Visible && groupOf(row, request.by, all.now) == group && (!page.before || row.item < page.before) && static_cast<int>(out.size()) < page.limit)
            out.push_back(row.item);
    return out;
}

Result<std::vector<std::array<std::int64_t, 6>>> ReviewReader::stars(const ReviewRequest &request, std::span<const Instant> starts)
{
    VIGIE_TRY(const auto all, read(request));
    std::vector<std::array<std::int64_t, 6>> out(starts.size());
    for (const auto &row : all.rows) {
        const auto after = std::upper_bound(starts.begin(), starts.end(), row.publishedAt);
        if (row.state == ItemState::Visible && row.dated && row.rating && after != starts.begin())
            ++out[static_cast<std::size_t>(after - starts.begin() - 1)][wholeStars(*row.rating)];
    }
    return out;
}

Result<ReviewPage> ReviewReader::page(const ReviewRequest &request)
{
    VIGIE_TRY(auto read, this->read(request));
    const auto &all = read.rows;
    const auto now = read.now;
    ReviewPage page;
    page.places = std::move(read.places);
    std::vector<ReviewRow> there;
    for (const auto &row : all)
        if (row.state == ItemState::Visible)
            there.push_back(row);
    page.all = summarise(there, now, std::nullopt, request.options);
    page.groups = splitReviews(there, request.by, now, request.options);
    VIGIE_TRY(const auto context, store::Queries(tx_).context());
    VIGIE_TRY(page.months, monthsOf(there, context.zone));
    // Habits are those of everything that is known of the places, whatever the period.
    store::ReviewScope habits;
    habits.networks = request.scope.networks;
    VIGIE_TRY(const auto known, store::Reviews(tx_).read(habits));
    page.sheets = signalSheets(known, now - kSheets);
    std::unordered_map<ItemId, const ReviewRow *> asked;
    for (const auto &row : there)
        asked.emplace(row.item, &row);
    std::erase_if(page.sheets, [&](const ReviewSheet &sheet) { return !sheet.surfaced || asked.count(sheet.review) == 0; });
    for (const auto &sheet : page.sheets)
        page.rows.push_back(*asked.at(sheet.review));
    for (const auto &row : all)
        if (wantsALook(row) && std::none_of(page.sheets.begin(), page.sheets.end(), [&](const ReviewSheet &sheet) { return sheet.review == row.item; }))
            page.rows.push_back(row);
    return page;
}

std::string reasonText(const ReviewReason &reason, std::string_view lang)
{
    auto text = word(toString(reason.signal), lang);
    const bool share = reason.signal == ReviewSignal::SameText, stars = reason.signal == ReviewSignal::FarFromMean;
    put(text, "{value}", number(share ? 100 * reason.value : reason.value, stars ? 1 : 0, lang));
    put(text, "{usual}", number(reason.usual, stars || reason.usual >= 1 ? 1 : 2, lang));
    put(text, "{other}", std::to_string(reason.other.value));
    return text;
}

std::string sheetsCsv(const ReviewPage &page, std::string_view lang)
{
    std::string out;
    const auto line = [&](const std::vector<std::string> &cells) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            out += (i > 0 ? "," : "") + csvCell(cells[i]);
        out += "\r\n";
    };
    line({word("review", lang), word("place", lang), word("network", lang), word("day", lang), word("stars", lang), word("weight", lang), word("reasons", lang)});
    for (std::size_t i = 0; i < page.sheets.size(); ++i) {
        const auto &row = page.rows[i];
        std::string reasons;
        for (const auto &reason : page.sheets[i].reasons)
            reasons += (reasons.empty() ? "" : " ") + reasonText(reason, lang);
        line({std::to_string(row.item.value), row.place, row.connector, row.dated ? toRfc3339(row.publishedAt).substr(0, 10) : std::string(),
              row.rating ? number(*row.rating * kStars, 1, lang) : std::string(), std::to_string(page.sheets[i].weight), reasons});
    }
    return out;
}

} // namespace vigie::insight
