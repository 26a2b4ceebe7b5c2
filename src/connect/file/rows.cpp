// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/file/rows.hpp"

#include <vigie/text/rich_text.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <unicode/utf8.h>

namespace vigie::connect::file {

namespace {

constexpr std::size_t kBuffer = 1U << 16;

bool validUtf8(const std::string &bytes)
{
    const auto *data = reinterpret_cast<const std::uint8_t *>(bytes.data());
    const auto length = static_cast<int32_t>(bytes.size());
    for (int32_t at = 0; at < length;) {
        UChar32 c = 0;
        U8_NEXT(data, at, length, c);
        if (c < 0)
            return false;
    }
    return true;
}

std::string excerptOf(const std::string &text)
{
    auto clean = text::cleanUtf8(std::string_view(text).substr(0, 80));
    std::replace(clean.begin(), clean.end(), '\n', ' ');
    return clean;
}

} // namespace

Result<std::unique_ptr<RowReader>> RowReader::open(const std::string &path, FileFormat format, char separator)
{
    std::unique_ptr<RowReader> reader(new RowReader(format, separator));
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return fail(Errc::NotFound, "there is no file at " + path);
    reader->size_ = std::filesystem::file_size(path, error);
    reader->file_.open(path, std::ios::binary);
    if (!reader->file_)
        return fail(Errc::Storage, "the file " + path + " cannot be opened");
    reader->buffer_.resize(kBuffer);
    if (reader->peek() == 0xEF) { // a byte order mark is not part of the first heading
        (void)reader->get();
        if (reader->peek() == 0xBB)
            (void)reader->get();
        if (reader->peek() == 0xBF)
            (void)reader->get();
    }
    return reader;
}

int RowReader::peek()
{
    if (at_ == filled_) {
        file_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        filled_ = static_cast<std::size_t>(file_.gcount());
        at_ = 0;
        read_ += filled_;
        if (filled_ == 0)
            return -1;
    }
    return static_cast<unsigned char>(buffer_[at_]);
}

int RowReader::get()
{
    const int c = peek();
    if (c >= 0)
        ++at_;
    return c;
}

double RowReader::share() const
{
    const auto done = read_ - (filled_ - at_);
    return size_ == 0 ? 1.0 : static_cast<double>(done) / static_cast<double>(size_);
}

std::optional<Row> RowReader::next()
{
    while (peek() == '\n' || peek() == '\r') {
        if (get() == '\n')
            ++line_;
    }
    if (peek() < 0)
        return std::nullopt;
    Row row;
    row.line = line_;
    if (format_ == FileFormat::Ndjson)
        readLine(row);
    else
        readDelimited(row);
    if (row.fault.empty())
        for (const auto &cell : row.cells)
            if (!validUtf8(cell)) {
                row.fault = "utf8";
                break;
            }
    if (row.excerpt.empty() && !row.cells.empty())
        row.excerpt = excerptOf(row.cells.front());
    return row;
}

void RowReader::readLine(Row &row)
{
    std::string line;
    for (int c = get(); c >= 0 && c != '\n'; c = get()) {
        if (line.size() < kLongestRow)
            line += static_cast<char>(c);
        else
            row.fault = "too-long";
    }
    ++line_;
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    row.excerpt = excerptOf(line);
    row.cells.push_back(std::move(line));
}

void RowReader::readDelimited(Row &row)
{
    std::string cell;
    std::size_t size = 0;
    bool quoted = false, wasQuoted = false;
    for (;;) {
        const int c = get();
        if (c < 0) {
            if (quoted)
                row.fault = "unclosed-quote";
            break;
        }
        if (c == '\n')
            ++line_;
        if (++size > kLongestRow) {
            // A quote that was never closed swallows the rest of the file: give the row up and go on at the next line.
            row.fault = quoted ? "unclosed-quote" : "too-long";
            for (int rest = c; rest >= 0 && rest != '\n'; rest = get()) {
            }
            break;
        }
        if (quoted) {
            if (c == '"') {
                if (peek() == '"') {
                    cell += '"';
                    (void)get();
                } else {
                    quoted = false;
                }
            } else {
                cell += static_cast<char>(c);
            }
            continue;
        }
        if (c == '"' && cell.empty() && !wasQuoted && format_ == FileFormat::Csv) {
            quoted = wasQuoted = true;
        } else if (c == static_cast<unsigned char>(separator_)) {
            row.cells.push_back(std::move(cell));
            cell.clear();
            wasQuoted = false;
        } else if (c == '\n') {
            break;
        } else if (c != '\r' || peek() != '\n') {
            cell += static_cast<char>(c);
        }
    }
    row.cells.push_back(std::move(cell));
    row.excerpt = excerptOf(row.cells.front());
}

Result<Shape> shapeOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error) || !file)
        return fail(Errc::NotFound, "there is no readable file at " + path);
    std::string head(1U << 16, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    if (head.empty())
        return fail(Errc::InvalidInput, "the file is empty");
    if (head.size() >= 2 && ((head[0] == '\xFF' && head[1] == '\xFE') || (head[0] == '\xFE' && head[1] == '\xFF')))
        return fail(Errc::InvalidInput, "the file is UTF-16: save it as UTF-8 and try again");
    const auto first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first != std::string::npos && head[first] == '{')
        return Shape{FileFormat::Ndjson, ','};
    // The separator that cuts the first lines into the same number of cells, more than one.
    Shape best;
    double bestScore = 0;
    for (const char separator : {',', ';', '\t', '|'}) {
        std::vector<int> counts;
        int count = 0;
        bool quoted = false;
        for (const char c : head) {
            if (c == '"')
                quoted = !quoted;
            else if (!quoted && c == separator)
                ++count;
            else if (!quoted && c == '\n') {
                counts.push_back(count);
                count = 0;
                if (counts.size() >= 20)
                    break;
            }
        }
        if (counts.empty())
            counts.push_back(count);
        const auto same = std::count(counts.begin(), counts.end(), counts.front());
        const double score = counts.front() == 0 ? 0 : static_cast<double>(same) / static_cast<double>(counts.size()) + 0.001 * counts.front();
        if (score > bestScore) {
            bestScore = score;
            best.separator = separator;
        }
    }
    best.format = best.separator == '\t' ? FileFormat::Tsv : FileFormat::Csv;
    return best;
}

} // namespace vigie::connect::file
