// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/file/item_mapper.hpp"

#include "connect/common/json.hpp"

#include <vigie/base/digest.hpp>
#include <vigie/text/rich_text.hpp>

#include <algorithm>

namespace vigie::connect::file {

namespace {

constexpr std::size_t kDigestBytes = 16;
constexpr std::int64_t kLookEvery = 1000;

std::string jsonText(const Json &value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_null())
        return {};
    return dump(value);
}

/// RFC 6901: "~1" is a slash and "~0" a tilde.
std::string unescaped(std::string step)
{
    for (auto at = step.find("~1"); at != std::string::npos; at = step.find("~1", at + 1))
        step.replace(at, 2, "/");
    for (auto at = step.find("~0"); at != std::string::npos; at = step.find("~0", at + 1))
        step.replace(at, 2, "~");
    return step;
}

const Json &pointed(const Json &object, const std::string &source)
{
    static const Json null;
    if (source.empty() || source[0] != '/')
        return at(object, source);
    const Json *current = &object;
    for (std::size_t begin = 1; begin <= source.size();) {
        const auto end = std::min(source.find('/', begin), source.size());
        current = &at(*current, unescaped(source.substr(begin, end - begin)));
        begin = end + 1;
    }
    return *current;
}

std::size_t lastUsed(const ImportMapping &mapping)
{
    std::size_t last = 0;
    for (std::size_t i = 0; i < mapping.columns.size(); ++i)
        if (mapping.columns[i].field != ImportField::Ignore)
            last = i;
    return last;
}

/// The cells that a mapping uses, in the order of its columns; or why there are none.
tl::expected<std::vector<std::pair<ImportField, std::string>>, std::string> valuesOf(const Row &row, const ImportMapping &mapping)
{
    std::vector<std::pair<ImportField, std::string>> values;
    if (!row.fault.empty())
        return tl::unexpected<std::string>(row.fault);
    if (mapping.format == FileFormat::Ndjson) {
        const auto object = parseJson(row.cells.front());
        if (!object || !object->is_object())
            return tl::unexpected<std::string>("json");
        for (const auto &column : mapping.columns)
            if (column.field != ImportField::Ignore)
                values.emplace_back(column.field, text::cleanUtf8(jsonText(pointed(*object, column.source))));
        return values;
    }
    if (row.cells.size() < mapping.columns.size() && row.cells.size() <= lastUsed(mapping))
        return tl::unexpected<std::string>("columns");
    for (std::size_t i = 0; i < mapping.columns.size() && i < row.cells.size(); ++i)
        if (mapping.columns[i].field != ImportField::Ignore)
            values.emplace_back(mapping.columns[i].field, text::cleanUtf8(row.cells[i]));
    return values;
}

void metric(Item &item, const char *key, const std::string &text)
{
    if (const auto value = readNumber(text))
        item.metrics.push_back(MetricValue{key, *value, ValueStatus::Ok});
}

} // namespace

struct ItemMapper::Reading {
    std::string date, network;
};

tl::expected<Item, std::string> ItemMapper::item(const Row &row) const
{
    const auto values = valuesOf(row, mapping_);
    return values ? assemble(*values) : tl::expected<Item, std::string>(tl::unexpected<std::string>(values.error()));
}

/// False: a rating beyond its scale.
bool ItemMapper::take(Item &item, Reading &reading, ImportField field, const std::string &value) const
{
    switch (field) {
    case ImportField::Ignore: break;
    case ImportField::NativeId: item.nativeId = value; break;
    case ImportField::Permalink:
        if (value.rfind("http://", 0) == 0 || value.rfind("https://", 0) == 0)
            item.permalink = value;
        break;
    case ImportField::Author: item.author.handle = !value.empty() && value[0] == '@' ? value.substr(1) : value; break;
    case ImportField::AuthorName: item.author.name = value; break;
    case ImportField::Title: item.title = value; break;
    case ImportField::Text: item.text = value; break;
    case ImportField::PublishedAt: reading.date = value; break;
    case ImportField::Lang: item.lang = value; break;
    case ImportField::Likes: metric(item, "likes", value); break;
    case ImportField::Reposts: metric(item, "reposts", value); break;
    case ImportField::Replies: metric(item, "replies", value); break;
    case ImportField::Rating: {
        const auto rating = readRating(value, ratings_);
        if (rating.outcome == RatingOutcome::Beyond)
            return false;
        if (rating.outcome == RatingOutcome::Read) {
            item.rating = rating.share;
            item.kind = ItemKind::Review;
        }
        break;
    }
    case ImportField::Container: item.container = value; break;
    case ImportField::Network: reading.network = value; break;
    }
    return true;
}

tl::expected<Item, std::string> ItemMapper::assemble(const std::vector<std::pair<ImportField, std::string>> &values) const
{
    Item item;
    item.connector = "file";
    item.instance = mapping_.instance.empty() ? "file" : mapping_.instance;
    item.visibility = Visibility::Public;
    Reading reading;
    for (const auto &[field, value] : values)
        if (!take(item, reading, field, value))
            return tl::unexpected<std::string>("rating");
    const auto &date = reading.date;
    if (item.text.empty() && item.title.empty() && !item.rating)
        return tl::unexpected<std::string>("no-text");
    if (!date.empty()) {
        const auto published = readImportDate(date, mapping_, &item.precision);
        if (!published)
            return tl::unexpected<std::string>("date");
        item.publishedAt = *published;
    } else {
        item.precision = TimePrecision::Unknown;
    }
    if (item.container.empty())
        item.container = reading.network;
    if (item.author.handle.empty())
        item.author.handle = item.author.name;
    if (item.author.name.empty())
        item.author.name = item.author.handle;
    item.author.nativeId = item.author.handle;
    if (item.nativeId.empty()) // the same line read twice is the same mention
        item.nativeId = !item.permalink.empty() ? item.permalink : "sha256:" + sha256(item.author.handle + "\n" + date + "\n" + item.title + "\n" + item.text, kDigestBytes);
    item.spans = text::fromPlain(item.text).spans;
    return item;
}

bool hasRatings(const ImportMapping &mapping)
{
    return std::any_of(mapping.columns.begin(), mapping.columns.end(), [](const ImportMapping::Column &column) { return column.field == ImportField::Rating; });
}

Result<RatingReading> readRatings(const std::string &path, const ImportMapping &mapping, const std::stop_token &stop)
{
    RatingColumn column;
    auto only = mapping; // nothing else of a line is asked for
    for (auto &one : only.columns)
        if (one.field != ImportField::Rating)
            one.field = ImportField::Ignore;
    VIGIE_TRY(const auto rows, RowReader::open(path, mapping.format, mapping.separator, mapping.encoding));
    bool header = mapping.header && mapping.format != FileFormat::Ndjson;
    std::int64_t seen = 0;
    while (auto row = rows->next()) {
        if (++seen % kLookEvery == 0 && stop.stop_requested())
            return fail(Errc::Cancelled, "stopped while looking at the ratings");
        if (std::exchange(header, false))
            continue;
        if (const auto values = valuesOf(*row, only))
            for (const auto &[field, cell] : *values)
                column.add(cell);
    }
    return column.reading(mapping.ratingScale);
}

} // namespace vigie::connect::file
