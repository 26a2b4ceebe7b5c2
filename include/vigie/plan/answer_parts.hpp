// SPDX-License-Identifier: GPL-3.0-or-later
// A long answer as the thread it has to be on its network.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/connect/connector.hpp>
#include <vigie/model/account.hpp>

#include <string>
#include <vector>

namespace vigie::plan {

/// Each part short enough as it is really sent (the first one with what goes before it). Parts the person made already, by lines of
/// three hyphens, are kept where they fit. `answered`: handle of who is answered.
[[nodiscard]] std::vector<std::string> answerParts(const connect::Catalogue &networks, const Account &account, const std::string &answered, const std::string &text,
                                                   bool numbered);
/// The text of a draft made of these parts; threadParts() takes it apart again.
[[nodiscard]] std::string joinParts(const std::vector<std::string> &parts);

} // namespace vigie::plan
