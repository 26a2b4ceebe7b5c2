// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/utf8.hpp"
#include "connect/file/rows.hpp"

#include <vigie/text/rich_text.hpp>

#include <algorithm>
#include <array>

namespace vigie::connect::file {

namespace {

std::string excerptOf(const std::string &text)
{
    auto clean = text::cleanUtf8(std::string_view(text).substr(0, 80));
    std::replace(clean.begin(), clean.end(), '\n', ' ');
    return clean;
}

} // namespace

Result<std::unique_ptr<RowReader>> RowReader::open(const std::string &path, FileFormat format, char separator, const std::string &encoding)
{
    std::unique_ptr<RowReader> reader(new RowReader(format, separator));
    VIGIE_TRY(reader->decoder_, Decoder::open(path, encoding));
    return reader;
}

int RowReader::peek()
{
    if (at_ == buffer_.size()) {
        buffer_ = decoder_->next();
        at_ = 0;
        if (buffer_.empty())
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
    return decoder_->share();
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
    VIGIE_TRY(const auto decoder, Decoder::open(path, {}));
    const auto head = decoder->next();
    const auto first = head.find_first_not_of(" \t\r\n");
    if (first == std::string::npos)
        return fail(Errc::InvalidInput, "the file is empty");
    if (head[first] == '{')
        return Shape{FileFormat::Ndjson, ',', decoder->encoding()};
    const auto second = head.find_first_not_of(" \t\r\n", first + 1);
    if (head[first] == '[' && second != std::string::npos && head[second] == '{')
        return fail(Errc::InvalidInput, "this is one JSON list: NDJSON has one object on each line (jq -c '.[]' makes it)");
    // The separator that cuts the first lines into the same number of cells, more than one.
    Shape best;
    best.encoding = decoder->encoding();
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
