// SPDX-License-Identifier: GPL-3.0-or-later
// Between the core's UTF-8 and the window's words: strings, numbers, durations, times, in the person's language.
// Units never part from their numbers (no-break spaces).
// Thread: the window's (the default QLocale is the language chosen).
#pragma once

#include <vigie/base/time.hpp>

#include <QDateTime>
#include <QString>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::ui {

[[nodiscard]] inline QString qs(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }
[[nodiscard]] inline std::string utf8(const QString &text) { return text.toStdString(); }

/// UTF-16 index of each byte offset of `text` (offsets into the middle of a character go to its beginning). Sorted input.
[[nodiscard]] std::vector<qsizetype> utf16Offsets(std::string_view text, const std::vector<std::size_t> &byteOffsets);

namespace format {
[[nodiscard]] QString number(double value, int decimals = 0);   ///< "1,284", "1 284" in French
[[nodiscard]] QString compact(double value);                     ///< "1.2 k", "210 k", "1.3 M"
[[nodiscard]] QString percent(double share, int decimals = 0);   ///< share 0..1
[[nodiscard]] QString signedNumber(double value, int decimals);  ///< "+0.4", with a true minus
[[nodiscard]] QString duration(std::chrono::seconds value);      ///< "38 min", "2 h", "1 h 05", "3 d"
[[nodiscard]] QString age(Instant then, Instant now);            ///< as duration; "now" under a minute; a date beyond a week
[[nodiscard]] QString ago(Instant then, Instant now);            ///< "38 min ago", "yesterday 10:42", "12 Nov"
[[nodiscard]] QDateTime local(Instant t, const std::string &zone);
[[nodiscard]] QString time(Instant t, const std::string &zone);  ///< "10:42"
[[nodiscard]] QString date(Instant t, const std::string &zone);  ///< "21 Nov", with the year when it is not this one
[[nodiscard]] QString dateTime(Instant t, const std::string &zone);
[[nodiscard]] QString longDate(Instant t, const std::string &zone); ///< "Saturday 21 November 2026"
[[nodiscard]] QString bytes(std::int64_t size);
/// Of a saved query; the one that finds everything has a star for a name, and a word of each language on the screen.
[[nodiscard]] QString queryName(std::string_view name);
} // namespace format

} // namespace vigie::ui
