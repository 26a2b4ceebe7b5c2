// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/passing_words.hpp"

#include <vigie/store/departments.hpp>
#include <vigie/text/fold.hpp>

namespace vigie::cli {

Result<Department> serviceNamed(store::Tx &tx, const std::string &name)
{
    VIGIE_TRY(auto all, store::Departments(tx).all());
    const auto wanted = text::fold(name);
    for (auto &one : all)
        if (name == std::to_string(one.id.value) || text::fold(one.nameFr) == wanted || text::fold(one.nameEn) == wanted)
            return std::move(one);
    return fail(Errc::NotFound, "no such service: " + name);
}

} // namespace vigie::cli
