// SPDX-License-Identifier: GPL-3.0-or-later
// Turns rows of a file into items by a mapping, ratings by what was found in the whole column.
// Thread: one at a time. Errors: the reason of a bad line, as in BadLine.
#pragma once

#include "connect/file/rating_column.hpp"
#include "connect/file/rows.hpp"

#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace vigie::connect::file {

class ItemMapper {
public:
    ItemMapper(ImportMapping mapping, const RatingReading &ratings) : mapping_(std::move(mapping)), ratings_(ratings) {}

    /// The value is the item, the error the reason of the bad line.
    [[nodiscard]] tl::expected<Item, std::string> item(const Row &row) const;

private:
    struct Reading; // what does not fit into an item as it is
    [[nodiscard]] bool take(Item &item, Reading &reading, ImportField field, const std::string &value) const;
    [[nodiscard]] tl::expected<Item, std::string> assemble(const std::vector<std::pair<ImportField, std::string>> &values) const;

    ImportMapping mapping_;
    RatingReading ratings_;
};

[[nodiscard]] bool hasRatings(const ImportMapping &mapping);
/// Reads the column of ratings of the whole file, in bounded memory. Errors: those of the file; Cancelled.
Result<RatingReading> readRatings(const std::string &path, const ImportMapping &mapping, const std::stop_token &stop);

} // namespace vigie::connect::file
