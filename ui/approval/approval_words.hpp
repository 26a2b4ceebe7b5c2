// SPDX-License-Identifier: GPL-3.0-or-later
// Agreement in words: how far it came, and what differs between two versions.
// Thread: the window's.
#pragma once

#include <vigie/plan/approval.hpp>

#include <QString>

#include <map>

namespace vigie::ui {

/// "Agreed by Hugo, one more person is needed."
[[nodiscard]] QString approvalSentence(const plan::ApprovalStanding &standing, bool planned);
/// Rich text made of escaped words: what went is struck out, what came is underlined, and both are said by their headings.
[[nodiscard]] QString changesHtml(const std::vector<plan::VersionChange> &changes, const std::map<std::int64_t, QString> &accounts);

} // namespace vigie::ui
