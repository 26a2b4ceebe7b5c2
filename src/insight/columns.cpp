// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/columns.hpp>

#include "insight/column_store.hpp"

namespace vigie::insight {

Columns::Columns() : store_(std::make_unique<ColumnStore>()) {}
Columns::~Columns() = default;

std::size_t Columns::posts() const
{
    return store_->posts();
}

std::size_t Columns::memory() const
{
    return store_->memory();
}

void Columns::drop()
{
    store_->drop();
}

} // namespace vigie::insight
