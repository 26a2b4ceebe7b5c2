// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a delimited file (RFC 4180, and what spreadsheets make of it) or lines of NDJSON, read in bounded memory.
#pragma once

#include "connect/file/decoder.hpp"

#include <vigie/connect/file_import.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::connect::file {

inline constexpr std::size_t kLongestRow = 1U << 20;

struct Row {
    std::int64_t line = 0;            ///< 1-based, where it begins
    std::vector<std::string> cells;   ///< one cell, the whole line, for NDJSON
    std::string fault;                ///< reason when the row cannot be read; empty otherwise
    std::string excerpt;
};

class RowReader {
public:
    static Result<std::unique_ptr<RowReader>> open(const std::string &path, FileFormat format, char separator, const std::string &encoding);
    /// None at the end.
    [[nodiscard]] std::optional<Row> next();
    [[nodiscard]] double share() const;
    [[nodiscard]] const std::string &encoding() const { return decoder_->encoding(); }

private:
    RowReader(FileFormat format, char separator) : format_(format), separator_(separator) {}
    [[nodiscard]] int get();
    [[nodiscard]] int peek();
    void readDelimited(Row &row);
    void readLine(Row &row);

    std::unique_ptr<Decoder> decoder_;
    FileFormat format_;
    char separator_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::int64_t line_ = 1;
};

/// Looks at the beginning of a file.
struct Shape {
    FileFormat format = FileFormat::Csv;
    char separator = ',';
    std::string encoding;
};
Result<Shape> shapeOf(const std::string &path);

/// A cell's text as an instant: the given strptime format, else RFC 3339, RFC 822, day/month/year and epoch.
[[nodiscard]] std::optional<Instant> readImportDate(const std::string &text, const ImportMapping &mapping, TimePrecision *precision);

} // namespace vigie::connect::file
