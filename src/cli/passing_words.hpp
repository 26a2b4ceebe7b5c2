// SPDX-License-Identifier: GPL-3.0-or-later
// How the command line names a service of the house.
#pragma once

#include <vigie/model/department.hpp>
#include <vigie/store/store.hpp>

#include <string>

namespace vigie::cli {

/// By its number or by one of its names, whatever the case. Errors: NotFound.
Result<Department> serviceNamed(store::Tx &tx, const std::string &name);

} // namespace vigie::cli
