// SPDX-License-Identifier: GPL-3.0-or-later
// Mentions from files: CSV, TSV and NDJSON, with a mapping of columns that is guessed, previewed, changed and kept.
// Thread: a Reader belongs to one thread. Errors: NotFound, InvalidInput (no usable column), TooLarge (one line), Cancelled.
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/connect/rating_scale.hpp>
#include <vigie/model/item.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace vigie::connect {

enum class FileFormat : std::uint8_t { Csv, Tsv, Ndjson };
enum class ImportField : std::uint8_t {
    Ignore, NativeId, Permalink, Author, AuthorName, Title, Text, PublishedAt, Lang, Likes, Reposts, Replies, Rating, Container, Network
};
[[nodiscard]] const char *toString(ImportField field) noexcept;

struct ImportMapping {
    std::string name;                       ///< how it is kept for the next time
    FileFormat format = FileFormat::Csv;
    char separator = ',';
    bool header = true;
    struct Column {
        std::string source;                 ///< header, or JSON pointer for NDJSON
        ImportField field = ImportField::Ignore;
    };
    std::vector<Column> columns;
    std::string dateFormat;                 ///< empty: guessed per value (RFC 3339, RFC 822, d/m/Y H:M, epoch)
    std::string zone = "UTC";               ///< for dates without one
    std::string encoding;                   ///< empty: told from the beginning of each file
    std::string instance;                   ///< name of the source: makes identities of different files distinct
    RatingScale ratingScale = RatingScale::Detect;

    /// As JSON text, and back (unknown keys are refused with InvalidInput).
    [[nodiscard]] std::string toJson() const;
    static Result<ImportMapping> fromJson(const std::string &json);
};

struct BadLine {
    std::int64_t line = 0;                  ///< 1-based, of the file
    std::string reason;                     ///< "unclosed-quote", "columns", "no-text", "date", "json", "utf8", "too-long", "rating" (beyond its scale)
    std::string excerpt;
};

struct ImportPreview {
    ImportMapping mapping;                  ///< guessed
    std::string encoding;                   ///< "utf-8", "utf-16le", "utf-16be", "windows-1252", or what the mapping says
    std::vector<std::vector<std::string>> cells; ///< first rows as read
    std::vector<Item> items;                ///< the same rows through the mapping
    std::vector<BadLine> bad;
    std::optional<RatingReading> ratings;   ///< of the whole file, where a column holds ratings
};

/// Looks at the first 200 rows and guesses format, separator and columns.
Result<ImportMapping> guessMapping(const std::string &path);
/// The same with the rows as they would be imported; of ratings the whole column is read. Also: Cancelled.
Result<ImportPreview> previewFile(const std::string &path, std::stop_token stop = {});
Result<ImportPreview> previewFile(const std::string &path, const ImportMapping &mapping, std::stop_token stop = {});

/// Reads a file of any size in bounded memory. Items without a date have TimePrecision::Unknown and no publishedAt: who
/// stores them says when that was.
class FileReader {
public:
    /// A column of ratings is read through first, until `stop`.
    static Result<std::unique_ptr<FileReader>> open(const std::string &path, const ImportMapping &mapping, std::stop_token stop = {});
    virtual ~FileReader() = default;
    /// At most `limit` items; an empty answer is the end. Bad lines are added to `bad` (the first 1,000) and counted.
    virtual Result<std::vector<Item>> next(std::size_t limit, std::vector<BadLine> &bad) = 0;
    [[nodiscard]] virtual std::int64_t badCount() const = 0;
    [[nodiscard]] virtual double share() const = 0; ///< of the bytes read, 0..1
};

} // namespace vigie::connect
