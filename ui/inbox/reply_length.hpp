// SPDX-License-Identifier: GPL-3.0-or-later
// How long an answer is as its network counts, and why.
// Thread: the window's.
#pragma once

#include <vigie/connect/connector.hpp>
#include <vigie/text/length.hpp>

#include <QString>
#include <QStringList>

#include <string>

namespace vigie::ui {

/// Of what is really sent to whoever is `answered` (a handle; empty: nobody), so of the longest part when lines of three
/// hyphens make a thread. overflowAt counts in the typed text.
[[nodiscard]] text::Length replyLength(const connect::Catalogue &networks, const std::string &text, const Account &account, const std::string &answered = {});
/// What the network's habit puts before an answer ("@claire@rive.test"); empty when nothing.
[[nodiscard]] QString putBefore(const connect::Catalogue &networks, const std::string &text, const Account &account, const std::string &answered);
/// "214 / 500".
[[nodiscard]] QString lengthText(const text::Length &length);
/// "Why 34?", then a line for each piece of the longest part that is counted otherwise than letter by letter.
[[nodiscard]] QStringList lengthLines(const connect::Catalogue &networks, const std::string &text, const Account &account, const std::string &answered);
/// Why it is that many: plain text, links, mentions.
[[nodiscard]] QString lengthReason(const text::Length &length, const Account &account, const QString &before = {});

} // namespace vigie::ui
