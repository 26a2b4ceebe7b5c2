// SPDX-License-Identifier: GPL-3.0-or-later
// What commands that write or check a file share: progress that Ctrl+C ends, and the file that nobody wants written over.
// Thread: that of the command. Errors: InvalidInput (the file is there, and nobody said --force).
#pragma once

#include "cli/context.hpp"

#include <filesystem>
#include <string>

namespace vigie::cli {

[[nodiscard]] inline Error isThere(const std::string &path)
{
    return Error{Errc::InvalidInput, path + " is there already; --force writes over it", 0, {}, {}};
}
/// Asked before the work, so that nobody waits for what cannot be kept.
inline Result<void> mayWrite(const std::string &path, bool force)
{
    std::error_code unknown; // a folder that cannot be looked into says so when it is written to
    if (!force && std::filesystem::exists(path, unknown))
        return fail(isThere(path));
    return {};
}

/// "proving 40 %"; false once the person stopped it. The context outlives it.
[[nodiscard]] inline std::function<bool(double)> progressOf(const Context &context, const char *what)
{
    return [&context, what, last = -1](double share) mutable {
        if (const int percent = static_cast<int>(share * 100); percent != last) {
            last = percent;
            context.progress(std::string(what) + " " + std::to_string(percent) + " %");
        }
        return !Context::interrupted().stop_requested();
    };
}

} // namespace vigie::cli
