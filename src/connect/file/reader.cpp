// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/json.hpp"
#include "connect/file/mapping.hpp"
#include "connect/file/rows.hpp"

#include <vigie/base/digest.hpp>
#include <vigie/text/rich_text.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace vigie::connect {

namespace {

using file::Row;
using file::RowReader;

constexpr std::size_t kMostBad = 1000;
constexpr std::size_t kDigestBytes = 16;
constexpr int kPreviewRows = 200;
constexpr std::size_t kMostKeys = 200;
constexpr double kStars = 5;

std::optional<double> number(std::string text)
{
    text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == ' '; }), text.end());
    std::replace(text.begin(), text.end(), ',', '.');
    if (text.empty() || text.find_first_not_of("0123456789.-") != std::string::npos)
        return std::nullopt;
    char *end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    return end != nullptr && *end == '\0' && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::string jsonText(const Json &value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_null())
        return {};
    return dump(value);
}

/// Turns rows into items by a mapping.
class Mapper {
public:
    explicit Mapper(ImportMapping mapping) : mapping_(std::move(mapping)) {}

    /// The value is the item, the error the reason of the bad line.
    tl::expected<Item, std::string> item(const Row &row) const
    {
        std::vector<std::pair<ImportField, std::string>> values;
        if (mapping_.format == FileFormat::Ndjson) {
            const auto object = parseJson(row.cells.front());
            if (!object || !object->is_object())
                return tl::unexpected<std::string>("json");
            for (const auto &column : mapping_.columns)
                if (column.field != ImportField::Ignore)
                    values.emplace_back(column.field, jsonText(pointed(*object, column.source)));
        } else {
            if (row.cells.size() < mapping_.columns.size() && row.cells.size() <= lastUsed())
                return tl::unexpected<std::string>("columns");
            for (std::size_t i = 0; i < mapping_.columns.size() && i < row.cells.size(); ++i)
                values.emplace_back(mapping_.columns[i].field, row.cells[i]);
        }
        return assemble(values);
    }

private:
    /// RFC 6901: "~1" is a slash and "~0" a tilde.
    static std::string unescaped(std::string step)
    {
        for (auto at = step.find("~1"); at != std::string::npos; at = step.find("~1", at + 1))
            step.replace(at, 2, "/");
        for (auto at = step.find("~0"); at != std::string::npos; at = step.find("~0", at + 1))
            step.replace(at, 2, "~");
        return step;
    }
    static const Json &pointed(const Json &object, const std::string &source)
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
    [[nodiscard]] std::size_t lastUsed() const
    {
        std::size_t last = 0;
        for (std::size_t i = 0; i < mapping_.columns.size(); ++i)
            if (mapping_.columns[i].field != ImportField::Ignore)
                last = i;
        return last;
    }
    static void metric(Item &item, const char *key, const std::string &text)
    {
        if (const auto value = number(text))
            item.metrics.push_back(MetricValue{key, *value, ValueStatus::Ok});
    }

    tl::expected<Item, std::string> assemble(const std::vector<std::pair<ImportField, std::string>> &values) const
    {
        Item item;
        item.connector = "file";
        item.instance = mapping_.instance.empty() ? "file" : mapping_.instance;
        item.visibility = Visibility::Public;
        std::string date, network;
        for (const auto &[field, raw] : values) {
            const auto value = text::cleanUtf8(raw);
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
            case ImportField::PublishedAt: date = value; break;
            case ImportField::Lang: item.lang = value; break;
            case ImportField::Likes: metric(item, "likes", value); break;
            case ImportField::Reposts: metric(item, "reposts", value); break;
            case ImportField::Replies: metric(item, "replies", value); break;
            case ImportField::Rating:
                if (const auto stars = number(value)) {
                    item.rating = std::clamp(*stars / (*stars > kStars ? 10 : kStars), 0.0, 1.0);
                    item.kind = ItemKind::Review;
                }
                break;
            case ImportField::Container: item.container = value; break;
            case ImportField::Network: network = value; break;
            }
        }
        if (item.text.empty() && item.title.empty() && !item.rating)
            return tl::unexpected<std::string>("no-text");
        if (!date.empty()) {
            const auto published = file::readImportDate(date, mapping_, &item.precision);
            if (!published)
                return tl::unexpected<std::string>("date");
            item.publishedAt = *published;
        } else {
            item.precision = TimePrecision::Unknown;
        }
        if (item.container.empty())
            item.container = network;
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

    ImportMapping mapping_;
};

class Reader final : public FileReader {
public:
    Reader(std::unique_ptr<RowReader> rows, ImportMapping mapping) : rows_(std::move(rows)), skipHeader_(mapping.header && mapping.format != FileFormat::Ndjson), mapper_(std::move(mapping)) {}

    Result<std::vector<Item>> next(std::size_t limit, std::vector<BadLine> &bad) override
    {
        std::vector<Item> items;
        while (items.size() < limit) {
            auto row = rows_->next();
            if (!row)
                break;
            if (std::exchange(skipHeader_, false))
                continue;
            auto item = row->fault.empty() ? mapper_.item(*row) : tl::expected<Item, std::string>(tl::unexpected<std::string>(row->fault));
            if (item) {
                items.push_back(std::move(*item));
            } else {
                ++bad_;
                if (bad.size() < kMostBad)
                    bad.push_back(BadLine{row->line, item.error(), row->excerpt});
            }
        }
        return items;
    }
    [[nodiscard]] std::int64_t badCount() const override { return bad_; }
    [[nodiscard]] double share() const override { return rows_->share(); }

private:
    std::unique_ptr<RowReader> rows_;
    bool skipHeader_;
    Mapper mapper_;
    std::int64_t bad_ = 0;
};

void collectKeys(const Json &object, const std::string &prefix, int depth, std::vector<std::string> &keys)
{
    for (const auto &[key, value] : object.items()) {
        auto step = key;
        for (auto at = step.find_first_of("~/"); at != std::string::npos; at = step.find_first_of("~/", at + 2))
            step.replace(at, 1, step[at] == '~' ? "~0" : "~1");
        const auto pointer = prefix + "/" + step;
        if (value.is_object() && depth > 0)
            collectKeys(value, pointer, depth - 1, keys);
        else if (!value.is_structured() && keys.size() < kMostKeys && std::find(keys.begin(), keys.end(), pointer) == keys.end())
            keys.push_back(pointer);
    }
}

/// Pointers to the plain values of the first rows, those on top before those inside.
std::vector<std::string> keysOf(const std::vector<Row> &rows)
{
    std::vector<std::string> keys;
    for (const auto &row : rows)
        if (const auto object = parseJson(row.cells.front()); object && object->is_object())
            collectKeys(*object, {}, 2, keys);
    std::stable_sort(keys.begin(), keys.end(), [](const std::string &a, const std::string &b) {
        return std::count(a.begin(), a.end(), '/') < std::count(b.begin(), b.end(), '/');
    });
    return keys;
}

ImportMapping guess(const file::Shape &shape, const std::vector<Row> &rows)
{
    ImportMapping mapping;
    mapping.format = shape.format;
    mapping.separator = shape.separator;
    std::set<ImportField> taken;
    const auto take = [&](const std::string &source) {
        auto field = shape.format == FileFormat::Ndjson ? file::guessPointer(source) : file::guessField(source);
        if (field != ImportField::Ignore && !taken.insert(field).second)
            field = ImportField::Ignore; // the first column of a meaning is the one
        mapping.columns.push_back({source, field});
        return field != ImportField::Ignore;
    };
    if (rows.empty())
        return mapping;
    if (shape.format == FileFormat::Ndjson) {
        for (const auto &key : keysOf(rows))
            take(key);
        return mapping;
    }
    bool known = false;
    for (const auto &heading : rows.front().cells)
        known = take(heading) || known;
    mapping.header = known;
    if (!known) // no heading is known: the longest column is the text, so that something is proposed
        for (std::size_t i = 0; i < mapping.columns.size(); ++i)
            mapping.columns[i].source = std::to_string(i + 1);
    if (taken.count(ImportField::Text) == 0) {
        std::vector<std::size_t> lengths(mapping.columns.size(), 0);
        for (const auto &row : rows)
            for (std::size_t i = 0; i < lengths.size() && i < row.cells.size(); ++i)
                lengths[i] += row.cells[i].size();
        std::size_t longest = lengths.size();
        for (std::size_t i = 0; i < lengths.size(); ++i)
            if (mapping.columns[i].field == ImportField::Ignore && (longest == lengths.size() || lengths[i] > lengths[longest]))
                longest = i;
        if (longest < lengths.size())
            mapping.columns[longest].field = ImportField::Text;
    }
    return mapping;
}

Result<ImportPreview> preview(const std::string &path, const ImportMapping *given)
{
    VIGIE_TRY(const auto shape, file::shapeOf(path));
    const auto format = given != nullptr ? given->format : shape.format;
    const auto separator = given != nullptr ? given->separator : shape.separator;
    VIGIE_TRY(const auto reader, RowReader::open(path, format, separator, given != nullptr && !given->encoding.empty() ? given->encoding : shape.encoding));
    std::vector<Row> rows;
    for (int i = 0; i < kPreviewRows; ++i) {
        auto row = reader->next();
        if (!row)
            break;
        rows.push_back(std::move(*row));
    }
    ImportPreview result;
    result.encoding = reader->encoding();
    result.mapping = given != nullptr ? *given : guess(shape, rows);
    if (result.mapping.instance.empty())
        result.mapping.instance = path.substr(path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1);
    const Mapper mapper(result.mapping);
    bool header = result.mapping.header && format != FileFormat::Ndjson;
    for (const auto &row : rows) {
        result.cells.push_back(row.cells);
        if (std::exchange(header, false))
            continue;
        auto item = row.fault.empty() ? mapper.item(row) : tl::expected<Item, std::string>(tl::unexpected<std::string>(row.fault));
        if (item)
            result.items.push_back(std::move(*item));
        else
            result.bad.push_back(BadLine{row.line, item.error(), row.excerpt});
    }
    return result;
}

} // namespace

Result<ImportPreview> previewFile(const std::string &path)
{
    return preview(path, nullptr);
}

Result<ImportPreview> previewFile(const std::string &path, const ImportMapping &mapping)
{
    return preview(path, &mapping);
}

Result<std::unique_ptr<FileReader>> FileReader::open(const std::string &path, const ImportMapping &mapping)
{
    const bool usable = std::any_of(mapping.columns.begin(), mapping.columns.end(), [](const ImportMapping::Column &column) {
        return column.field == ImportField::Text || column.field == ImportField::Title || column.field == ImportField::Rating;
    });
    if (!usable)
        return fail(Errc::InvalidInput, "no column holds the text: say which one does");
    VIGIE_TRY(auto rows, RowReader::open(path, mapping.format, mapping.separator, mapping.encoding));
    return std::unique_ptr<FileReader>(std::make_unique<Reader>(std::move(rows), mapping));
}

} // namespace vigie::connect
