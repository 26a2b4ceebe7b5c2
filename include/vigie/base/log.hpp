// SPDX-License-Identifier: GPL-3.0-or-later
// The log: one line, an area, English. Never a body, a token, a header or a URL with a query.
// Thread: safe. Errors: none; a log that cannot be written is dropped.
#pragma once

#include <fmt/core.h>
#include <string>
#include <string_view>

namespace vigie::log {

enum class Level { Debug, Info, Warning, Error };

struct Options {
    std::string file;              ///< empty: standard error only
    Level level = Level::Info;
    bool toStderr = true;
};
/// Once, at the start of a program; before it, warnings and errors go to standard error.
void init(const Options &options);
void write(Level level, std::string_view area, std::string_view message);
/// The safety net under write(): one line, without what looks like a token, a password or a cookie.
[[nodiscard]] std::string redacted(std::string_view message);

template <class... Args>
void debug(std::string_view area, fmt::format_string<Args...> format, Args &&...args)
{
    write(Level::Debug, area, fmt::format(format, std::forward<Args>(args)...));
}
template <class... Args>
void info(std::string_view area, fmt::format_string<Args...> format, Args &&...args)
{
    write(Level::Info, area, fmt::format(format, std::forward<Args>(args)...));
}
template <class... Args>
void warning(std::string_view area, fmt::format_string<Args...> format, Args &&...args)
{
    write(Level::Warning, area, fmt::format(format, std::forward<Args>(args)...));
}
template <class... Args>
void error(std::string_view area, fmt::format_string<Args...> format, Args &&...args)
{
    write(Level::Error, area, fmt::format(format, std::forward<Args>(args)...));
}

} // namespace vigie::log
