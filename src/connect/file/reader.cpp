// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/json.hpp"
#include "connect/file/item_mapper.hpp"
#include "connect/file/mapping.hpp"
#include "connect/file/rows.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace vigie::connect {

namespace {

using file::ItemMapper;
using file::Row;
using file::RowReader;

constexpr std::size_t kMostBad = 1000;
constexpr int kPreviewRows = 200;
constexpr std::size_t kMostKeys = 200;

class Reader final : public FileReader {
public:
    Reader(std::unique_ptr<RowReader> rows, ImportMapping mapping, const RatingReading &ratings)
        : rows_(std::move(rows)), skipHeader_(mapping.header && mapping.format != FileFormat::Ndjson), mapper_(std::move(mapping), ratings)
    {
    }

    Result<std::vector<Item>> next(std::size_t limit, std::vector<BadLine> &bad) override
    {
        std::vector<Item> items;
        while (items.size() < limit) {
            auto row = rows_->next();
            if (!row)
                break;
            if (std::exchange(skipHeader_, false))
                continue;
            auto item = mapper_.item(*row);
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
    ItemMapper mapper_;
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

/// The first rows, and what they are taken for.
struct Beginning {
    std::vector<Row> rows;
    std::string encoding;
    ImportMapping mapping;
};

Result<Beginning> beginningOf(const std::string &path, const ImportMapping *given)
{
    VIGIE_TRY(const auto shape, file::shapeOf(path));
    const auto format = given != nullptr ? given->format : shape.format;
    const auto separator = given != nullptr ? given->separator : shape.separator;
    VIGIE_TRY(const auto reader, RowReader::open(path, format, separator, given != nullptr && !given->encoding.empty() ? given->encoding : shape.encoding));
    Beginning result;
    for (int i = 0; i < kPreviewRows; ++i) {
        auto row = reader->next();
        if (!row)
            break;
        result.rows.push_back(std::move(*row));
    }
    result.encoding = reader->encoding();
    result.mapping = given != nullptr ? *given : guess(shape, result.rows);
    if (result.mapping.instance.empty())
        result.mapping.instance = path.substr(path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1);
    return result;
}

Result<ImportPreview> preview(const std::string &path, const ImportMapping *given, const std::stop_token &stop)
{
    VIGIE_TRY(auto beginning, beginningOf(path, given));
    ImportPreview result;
    result.encoding = beginning.encoding;
    result.mapping = std::move(beginning.mapping);
    if (file::hasRatings(result.mapping)) {
        VIGIE_TRY(result.ratings, file::readRatings(path, result.mapping, stop));
    }
    const ItemMapper mapper(result.mapping, result.ratings.value_or(RatingReading{}));
    bool header = result.mapping.header && result.mapping.format != FileFormat::Ndjson;
    for (const auto &row : beginning.rows) {
        result.cells.push_back(row.cells);
        if (std::exchange(header, false))
            continue;
        auto item = mapper.item(row);
        if (item)
            result.items.push_back(std::move(*item));
        else
            result.bad.push_back(BadLine{row.line, item.error(), row.excerpt});
    }
    return result;
}

} // namespace

Result<ImportMapping> guessMapping(const std::string &path)
{
    VIGIE_TRY(auto beginning, beginningOf(path, nullptr));
    return std::move(beginning.mapping);
}

Result<ImportPreview> previewFile(const std::string &path, std::stop_token stop)
{
    return preview(path, nullptr, stop);
}

Result<ImportPreview> previewFile(const std::string &path, const ImportMapping &mapping, std::stop_token stop)
{
    return preview(path, &mapping, stop);
}

Result<std::unique_ptr<FileReader>> FileReader::open(const std::string &path, const ImportMapping &mapping, std::stop_token stop)
{
    const bool usable = std::any_of(mapping.columns.begin(), mapping.columns.end(), [](const ImportMapping::Column &column) {
        return column.field == ImportField::Text || column.field == ImportField::Title || column.field == ImportField::Rating;
    });
    if (!usable)
        return fail(Errc::InvalidInput, "no column holds the text: say which one does");
    RatingReading ratings;
    if (file::hasRatings(mapping)) {
        VIGIE_TRY(ratings, file::readRatings(path, mapping, stop));
    }
    VIGIE_TRY(auto rows, RowReader::open(path, mapping.format, mapping.separator, mapping.encoding));
    return std::unique_ptr<FileReader>(std::make_unique<Reader>(std::move(rows), mapping, ratings));
}

} // namespace vigie::connect
