// SPDX-License-Identifier: GPL-3.0-or-later
// Files that a person asked for: the whole of one is written, or the one that was there stays.
// Thread: any. Errors: Storage, in the words of the system.
#pragma once

#include <vigie/base/result.hpp>

#include <QString>

#include <string_view>

class QTextDocument;

namespace vigie::ui {

[[nodiscard]] Result<bool> writeFile(const QString &path, std::string_view bytes);
/// On A4 with margins to print; `title` is what a reader of PDF shows.
[[nodiscard]] Result<bool> writePdf(const QString &path, const QString &title, QTextDocument &document);

} // namespace vigie::ui
