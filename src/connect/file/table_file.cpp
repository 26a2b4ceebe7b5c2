// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/connect/table_file.hpp>

#include "connect/file/rows.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/base/csv.hpp>
#include <vigie/text/rich_text.hpp>

#include <algorithm>

namespace vigie::connect {

Result<TableFile> readTableFile(const std::string &path, std::size_t mostRows)
{
    VIGIE_TRY(const auto shape, file::shapeOf(path));
    VIGIE_TRY(const auto reader, file::RowReader::open(path, shape.format == FileFormat::Ndjson ? FileFormat::Csv : shape.format, shape.separator, shape.encoding));
    TableFile out;
    out.separator = shape.format == FileFormat::Tsv ? '\t' : shape.separator;
    while (auto row = reader->next()) {
        std::vector<std::string> cells;
        for (const auto &cell : row->cells)
            cells.emplace_back(fromCsvCell(trimmed(text::cleanUtf8(cell))));
        const bool blank = row->fault.empty() && std::all_of(cells.begin(), cells.end(), [](const std::string &cell) { return cell.empty(); });
        if (blank)
            continue;
        if (out.headings.empty()) {
            if (!row->fault.empty())
                return fail(Errc::InvalidInput, "the headings of the table cannot be read: " + row->fault);
            out.headings = std::move(cells);
            continue;
        }
        if (out.rows.size() >= mostRows)
            return fail(Errc::TooLarge, "the table has more than " + std::to_string(mostRows) + " lines");
        out.rows.push_back({row->line, std::move(cells), row->fault});
    }
    out.encoding = reader->encoding();
    if (out.headings.empty())
        return fail(Errc::InvalidInput, "the table is empty");
    return out;
}

} // namespace vigie::connect
