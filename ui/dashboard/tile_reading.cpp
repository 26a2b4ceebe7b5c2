// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/tile_reading.hpp"

#include <vigie/insight/board_pages.hpp>
#include <vigie/insight/reviews.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/objectives.hpp>
#include <vigie/store/own_posts.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/text/terms.hpp>

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace vigie::ui {

namespace {

using insight::Bucket;
using insight::Split;

constexpr int kListed = 12, kLinksReadAtMost = 3000, kSlice = 500;
constexpr std::size_t kMostLines = 6, kMostStars = 5;

/// Weeks once there are more than this many days: bars of a pixel say nothing.
Bucket barsFor(const insight::Period &period)
{
    const auto bucket = insight::bucketFor(period);
    return bucket == Bucket::Day && period.length() > 31 ? Bucket::Week : bucket;
}

void keepLargest(insight::Series &series)
{
    if (series.lines.size() > kMostLines)
        series.lines.resize(kMostLines);
}

std::string firstWords(const std::string &text)
{
    constexpr std::size_t kLongest = 120;
    auto line = text.substr(0, text.find('\n'));
    if (line.size() > kLongest) {
        auto end = kLongest;
        while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80)
            --end;
        line.resize(end);
    }
    return line;
}

} // namespace

Split splitFrom(const std::string &name)
{
    static const std::map<std::string, Split> kSplits{{"network", Split::Network}, {"language", Split::Language}, {"tone", Split::Tone}, {"query", Split::Query},
                                                      {"tag", Split::Tag}, {"author", Split::Author}, {"kind", Split::Kind}};
    const auto found = kSplits.find(name);
    return found == kSplits.end() ? Split::None : found->second;
}

bool canRead(const BoardTile &tile)
{
    return tile.metric.empty() || insight::metric(tile.metric) != nullptr;
}

Result<TileReading> TileReader::read(const BoardTile &tile)
{
    TileReading out;
    out.id = tile.id;
    switch (tile.kind) {
    case TileKind::Figure: VIGIE_CHECK(figure(tile, out)); break;
    case TileKind::Lines:
    case TileKind::Stacked:
    case TileKind::Hours: VIGIE_CHECK(series(tile, out)); break;
    case TileKind::Stars: VIGIE_CHECK(stars(out)); break;
    case TileKind::Voice: VIGIE_CHECK(voice(out)); break;
    case TileKind::Times: VIGIE_CHECK(times(out)); break;
    case TileKind::Funnel: VIGIE_CHECK(funnel(out)); break;
    case TileKind::Posts: VIGIE_CHECK(posts(out)); break;
    case TileKind::Members: VIGIE_CHECK(members(out)); break;
    case TileKind::Links: VIGIE_CHECK(links(out)); break;
    case TileKind::Why: VIGIE_CHECK(why(tile, out)); break;
    }
    return out;
}

Result<void> TileReader::figure(const BoardTile &tile, TileReading &out)
{
    insight::FigureReader reader(tx_, columns_);
    VIGIE_TRY(out.figure, reader.read(tile.metric, page_.scope, page_.period));
    VIGIE_CHECK(target(tile, out));
    if (page_.against) {
        VIGIE_TRY(out.change, reader.compare(tile.metric, page_.scope, page_.period, page_.against));
    }
    out.bucket = insight::bucketFor(page_.period);
    VIGIE_TRY(out.series, reader.series(tile.metric, page_.scope, page_.period, out.bucket));
    return {};
}

Result<void> TileReader::target(const BoardTile &tile, TileReading &out)
{
    const auto *metric = insight::metric(tile.metric);
    if (metric == nullptr || metric->additive)
        return {}; // a sum has a target for its own days, which are not those of the page
    VIGIE_TRY(const auto indicators, store::Objectives(tx_).indicators());
    for (const auto &indicator : indicators)
        if (indicator.formula == tile.metric && indicator.target && (!indicator.query || indicator.query == page_.scope.query))
            out.target = indicator.target;
    return {};
}

Result<void> TileReader::series(const BoardTile &tile, TileReading &out)
{
    insight::FigureReader reader(tx_, columns_);
    out.bucket = tile.kind == TileKind::Hours ? Bucket::HourOfWeekday : tile.kind == TileKind::Lines ? insight::bucketFor(page_.period) : barsFor(page_.period);
    const auto split = splitFrom(tile.split);
    VIGIE_TRY(out.series, reader.series(tile.metric, page_.scope, page_.period, out.bucket, split));
    VIGIE_TRY(out.figure, reader.read(tile.metric, page_.scope, page_.period));
    if (tile.kind == TileKind::Lines && split == Split::None && page_.against) {
        VIGIE_TRY(out.before, reader.series(tile.metric, page_.scope, *page_.against, out.bucket));
    }
    // Bars are parts of a whole: none may be left out. Lines beyond six nobody tells apart.
    if (tile.kind == TileKind::Lines)
        keepLargest(out.series);
    return {};
}

/// A line for each number of stars, five first; of the lines there are only those that somebody gave.
Result<void> TileReader::stars(TileReading &out)
{
    insight::FigureReader reader(tx_, columns_);
    out.bucket = barsFor(page_.period);
    VIGIE_TRY(out.figure, reader.read("reviews", page_.scope, page_.period));
    VIGIE_TRY(auto counts, reader.series("reviews", page_.scope, page_.period, out.bucket));
    out.series.starts = std::move(counts.starts);
    insight::ReviewRequest request;
    request.scope = page_.scope;
    request.period = page_.period;
    VIGIE_TRY(const auto places, insight::ReviewReader(tx_).stars(request, out.series.starts));
    for (std::size_t stars = kMostStars + 1; stars-- > 0;) {
        insight::Series::Line line;
        line.name = std::to_string(stars);
        line.id = static_cast<std::int64_t>(stars);
        std::int64_t all = 0;
        for (const auto &place : places) {
            insight::Figure figure;
            figure.key = "reviews";
            figure.value = static_cast<double>(place[stars]);
            figure.n = place[stars];
            all += place[stars];
            line.points.push_back(std::move(figure));
        }
        if (all > 0)
            out.series.lines.push_back(std::move(line));
    }
    return {};
}

Result<void> TileReader::voice(TileReading &out)
{
    insight::FigureReader reader(tx_, columns_);
    out.bucket = barsFor(page_.period);
    VIGIE_TRY(const auto queries, store::Queries(tx_).all());
    for (const auto &query : queries) {
        if (query.role != QueryRole::Brand && query.role != QueryRole::Competitor)
            continue;
        auto scope = page_.scope;
        scope.query = query.id;
        VIGIE_TRY(auto one, reader.series("mentions", scope, page_.period, out.bucket));
        if (out.series.starts.empty())
            out.series.starts = one.starts;
        if (one.lines.empty())
            continue;
        one.lines.front().name = query.name;
        one.lines.front().id = query.id.value;
        out.series.lines.push_back(std::move(one.lines.front()));
    }
    return {};
}

Result<void> TileReader::times(TileReading &out)
{
    VIGIE_TRY(const auto stretch, instantsOf(page_.period, page_.zone));
    VIGIE_TRY(const auto samples, store::Figures(tx_).responses(stretch.first, stretch.second, page_.scope.networks));
    for (const auto &sample : samples) {
        if (sample.answered)
            out.seconds.push_back(std::max(0.0, static_cast<double>((*sample.answered - sample.asked).count()) / 1e6));
        else
            ++out.open;
    }
    std::sort(out.seconds.begin(), out.seconds.end());
    return {};
}

Result<void> TileReader::funnel(TileReading &out)
{
    VIGIE_CHECK(times(out));
    for (const auto &[name, within] : funnelStages()) {
        const auto upTo = std::upper_bound(out.seconds.begin(), out.seconds.end(), within) - out.seconds.begin();
        ListRow row;
        row.name = name;
        row.rows = within < 0 ? static_cast<std::int64_t>(out.seconds.size()) + out.open : static_cast<std::int64_t>(upTo);
        row.value = static_cast<double>(row.rows);
        out.rows.push_back(std::move(row));
    }
    return {};
}

Result<void> TileReader::posts(TileReading &out)
{
    VIGIE_TRY(const auto stretch, instantsOf(page_.period, page_.zone));
    VIGIE_TRY(auto posts, store::Figures(tx_).ownPosts(stretch.first, stretch.second, page_.scope.networks));
    std::stable_sort(posts.begin(), posts.end(), [](const store::OwnPost &a, const store::OwnPost &b) { return a.engagements.value_or(-1) > b.engagements.value_or(-1); });
    if (posts.size() > kListed)
        posts.resize(kListed);
    for (const auto &post : posts) {
        VIGIE_TRY(const auto item, store::Items(tx_).get(post.item));
        ListRow row;
        row.name = item ? firstWords(item->text) : std::string();
        row.detail = item ? item->connector : std::string();
        row.value = post.engagements;
        row.item = post.item;
        row.rows = 1;
        out.rows.push_back(std::move(row));
    }
    return {};
}

Result<void> TileReader::members(TileReading &out)
{
    insight::FigureReader reader(tx_, columns_);
    VIGIE_TRY(const auto people, reader.series("mentions", page_.scope, page_.period, insight::Bucket::Whole, insight::Split::Author));
    for (const auto &line : people.lines) {
        if (line.points.empty() || out.rows.size() == static_cast<std::size_t>(kListed))
            break;
        const auto mentions = line.points.front().value.value_or(0);
        VIGIE_TRY(const auto member, store::Members(tx_).get(MemberId{line.id}));
        ListRow row;
        row.name = member.profile.name.empty() ? line.name : member.profile.name;
        row.detail = line.name;
        row.value = mentions;
        row.rows = static_cast<std::int64_t>(mentions);
        row.member = member.id;
        row.words = "author:\"" + line.name + "\"";
        out.rows.push_back(std::move(row));
    }
    return {};
}

Result<void> TileReader::links(TileReading &out)
{
    insight::FigureReader reader(tx_, columns_);
    struct Count {
        std::int64_t posts = 0;
        std::set<MemberId> people;
    };
    std::map<std::string, Count> links;
    store::SearchPage page;
    page.limit = kSlice;
    for (int read = 0; read < kLinksReadAtMost; read += kSlice) {
        VIGIE_TRY(const auto ids, reader.rows("mentions", page_.scope, page_.period, page));
        VIGIE_TRY(const auto rows, store::Items(tx_).rows(ids));
        for (const auto &row : rows) {
            std::set<std::string> once;
            for (const auto &piece : text::termPieces(row.item.text, row.item.lang, row.item.spans))
                if (piece.kind == text::TermPiece::Kind::Link && once.insert(piece.key).second) {
                    ++links[piece.key].posts;
                    links[piece.key].people.insert(row.item.authorId);
                }
        }
        if (ids.size() < static_cast<std::size_t>(kSlice))
            break;
        page.before = ids.back();
    }
    for (const auto &[link, count] : links) {
        ListRow row;
        row.name = link;
        row.value = static_cast<double>(count.people.size());
        row.rows = count.posts;
        row.words = "link:\"" + link + "\"";
        out.rows.push_back(std::move(row));
    }
    std::stable_sort(out.rows.begin(), out.rows.end(), [](const ListRow &a, const ListRow &b) { return *a.value > *b.value; });
    if (out.rows.size() > kListed)
        out.rows.resize(kListed);
    return {};
}

const std::vector<std::pair<std::string, double>> &funnelStages()
{
    static const std::vector<std::pair<std::string, double>> kStages{{"asked", -1}, {"answered", std::numeric_limits<double>::max()}, {"hours", 4 * 3600}, {"hour", 3600}};
    return kStages;
}

insight::ExplainRequest explainRequest(const BoardTile &tile, const insight::FigureScope &scope, const insight::Period &period,
                                       const std::optional<insight::Period> &against)
{
    insight::ExplainRequest request;
    request.key = tile.metric;
    request.scope = scope;
    request.period = period;
    request.against = against;
    request.by = insight::dimensionFrom(tile.split).value_or(insight::Dimension::Network);
    request.limit = kListed;
    return request;
}

Result<void> TileReader::why(const BoardTile &tile, TileReading &out)
{
    if (!page_.against)
        return {}; // compared with nothing, nothing moved
    insight::FigureReader reader(tx_, columns_);
    VIGIE_TRY(out.change, reader.compare(tile.metric, page_.scope, page_.period, page_.against));
    out.figure = out.change->now;
    VIGIE_TRY(out.why, insight::Explainer(tx_).explain(explainRequest(tile, page_.scope, page_.period, page_.against)));
    for (const auto &part : out.why->parts) {
        ListRow row;
        row.name = part.name;
        row.value = part.change;
        row.rows = part.rowsNow;
        row.others = part.what == insight::ExplainedPart::What::Others ? part.groups : 0;
        out.rows.push_back(std::move(row));
    }
    return {};
}

} // namespace vigie::ui
