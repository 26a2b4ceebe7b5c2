// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/series_parts.hpp"

#include <vigie/store/goals.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/surveys.hpp>

#include <algorithm>
#include <set>

namespace vigie::insight {

namespace {

constexpr std::size_t kMostParts = 20;
constexpr auto kNone = std::numeric_limits<std::size_t>::max();

SeriesPart part(const Reading &reading, std::string name, std::int64_t id = 0)
{
    return {std::move(name), id, reading.scope(), {}, {}};
}

/// How many posts have each number of a column.
template <class Number>
std::vector<std::int64_t> countsBy(const Reading &reading, const Stretch &stretch, std::size_t most, Number &&number)
{
    std::vector<std::int64_t> out(most, 0);
    reading.scan(stretch, [&](const PostColumns &chunk, std::size_t row) { ++out[number(chunk, row)]; });
    return out;
}

/// Accounts of a network may be many; the part is the network. Own posts and conversations may be where no mention is.
void networks(const Reading &reading, SeriesParts &out)
{
    out.lines.assign(reading.state().sources.size(), kNone);
    for (std::size_t number = 0; number < out.lines.size(); ++number) {
        const auto &connector = reading.state().sources[number].connector;
        const auto &asked = reading.scope().networks;
        if (!asked.empty() && std::find(asked.begin(), asked.end(), connector) == asked.end())
            continue;
        auto found = std::find_if(out.list.begin(), out.list.end(), [&](const SeriesPart &one) { return one.name == connector; });
        if (found == out.list.end()) {
            out.list.push_back(part(reading, connector));
            out.list.back().scope.networks = {connector};
            found = out.list.end() - 1;
        }
        out.lines[number] = static_cast<std::size_t>(found - out.list.begin());
    }
}

void languages(const Reading &reading, const Stretch &stretch, SeriesParts &out)
{
    const auto counts = countsBy(reading, stretch, reading.state().langs->size(), [](const PostColumns &chunk, std::size_t row) { return chunk.lang[row]; });
    out.lines.assign(counts.size(), kNone);
    for (std::size_t number = 0; number < counts.size(); ++number)
        if (counts[number] > 0) {
            out.lines[number] = out.list.size();
            const auto &lang = reading.state().langs->name(static_cast<std::uint32_t>(number));
            out.list.push_back(part(reading, lang));
            out.list.back().scope.langs = {lang};
        }
}

void tones(const Reading &reading, SeriesParts &out)
{
    out.lines.assign(3, kNone);
    for (const std::int8_t tone : {std::int8_t{-1}, std::int8_t{0}, std::int8_t{1}}) {
        const auto &asked = reading.scope().tones;
        if (!asked.empty() && std::find(asked.begin(), asked.end(), tone) == asked.end())
            continue;
        out.lines[static_cast<std::size_t>(tone + 1)] = out.list.size();
        out.list.push_back(part(reading, std::to_string(tone)));
        out.list.back().scope.tones = {tone};
    }
}

void kinds(const Reading &reading, const Stretch &stretch, SeriesParts &out)
{
    constexpr std::size_t kKinds = static_cast<std::size_t>(ItemKind::Answer) + 1;
    const auto counts = countsBy(reading, stretch, kKinds, [](const PostColumns &chunk, std::size_t row) { return static_cast<std::size_t>(chunk.kind(row)); });
    out.lines.assign(kKinds, kNone);
    for (std::size_t number = 0; number < kKinds; ++number)
        if (counts[number] > 0) {
            out.lines[number] = out.list.size();
            const auto kind = static_cast<ItemKind>(number);
            out.list.push_back(part(reading, toString(kind)));
            out.list.back().kind = kind;
        }
}

Result<void> people(const Reading &reading, const Stretch &stretch, SeriesParts &out)
{
    const auto authors = reading.authors(stretch);
    for (std::size_t i = 0; i < std::min(authors.size(), kMostParts); ++i) {
        VIGIE_TRY(auto handle, store::ColumnRows(reading.tx()).handleOf(MemberId{authors[i].author}));
        out.authors[authors[i].author] = out.list.size();
        out.list.push_back(part(reading, std::move(handle), authors[i].author));
        out.list.back().author = authors[i].author;
    }
    return {};
}

Result<void> tags(const Reading &reading, const Stretch &stretch, SeriesParts &out)
{
    VIGIE_TRY(const auto all, store::Queries(reading.tx()).tags());
    std::vector<std::pair<std::int64_t, SeriesPart>> found;
    for (const auto &tag : all) {
        auto one = part(reading, tag.name, tag.id.value);
        one.scope.tags = {tag.id};
        VIGIE_TRY(const auto tagged, reading.with(one.scope));
        if (const auto posts = tagged.tally(stretch, Sums::Posts).posts; posts > 0)
            found.emplace_back(posts, std::move(one));
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    for (std::size_t i = 0; i < std::min(found.size(), kMostParts); ++i)
        out.list.push_back(std::move(found[i].second));
    return {};
}

} // namespace

std::size_t SeriesParts::lineOf(const PostColumns &chunk, std::size_t row) const
{
    switch (split) {
    case Split::None: return 0;
    case Split::Network: return lines[chunk.source[row]];
    case Split::Language: return lines[chunk.lang[row]];
    case Split::Tone: return lines[static_cast<std::size_t>(chunk.tone(row) + 1)];
    case Split::Kind: return lines[static_cast<std::size_t>(chunk.kind(row))];
    case Split::Author: {
        const auto found = authors.find(chunk.author[row]);
        return found == authors.end() ? kNone : found->second;
    }
    case Split::Query:
    case Split::Tag: break;
    }
    return kNone;
}

Result<SeriesParts> partsOf(const Reading &reading, const Stretch &stretch, Split split)
{
    SeriesParts out;
    out.split = split;
    out.inOnePass = split != Split::Query && split != Split::Tag;
    switch (split) {
    case Split::None: out.list.push_back(part(reading, {})); break;
    case Split::Network: networks(reading, out); break;
    case Split::Language: languages(reading, stretch, out); break;
    case Split::Tone: tones(reading, out); break;
    case Split::Kind: kinds(reading, stretch, out); break;
    case Split::Author: VIGIE_CHECK(people(reading, stretch, out)); break;
    case Split::Tag: VIGIE_CHECK(tags(reading, stretch, out)); break;
    case Split::Query: {
        VIGIE_TRY(const auto panel, reading.panel());
        for (const auto &query : panel) {
            out.list.push_back(part(reading, query.name, query.id.value));
            out.list.back().scope.query = query.id;
        }
        break;
    }
    }
    return out;
}

Result<SeriesParts> enteredParts(const Reading &reading, const Stretch &stretch)
{
    std::set<std::string> networks;
    VIGIE_TRY(const auto entries, store::Goals(reading.tx()).all());
    for (const auto &entry : entries)
        networks.insert(entry.network);
    for (const auto kind : {SurveyKind::Csat, SurveyKind::Nps}) {
        VIGIE_TRY(const auto answers, store::Surveys(reading.tx()).within(kind, stretch.from, stretch.to, {}));
        for (const auto &answer : answers)
            networks.insert(answer.network);
    }
    networks.erase(std::string());
    const auto &asked = reading.scope().networks;
    SeriesParts out;
    out.split = Split::Network;
    out.inOnePass = false;
    for (const auto &network : networks) {
        if (!asked.empty() && std::find(asked.begin(), asked.end(), network) == asked.end())
            continue;
        out.list.push_back(part(reading, network));
        out.list.back().scope.networks = {network};
    }
    return out;
}

} // namespace vigie::insight
