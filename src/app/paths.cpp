// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/app/workspace.hpp>

#include <cstdlib>
#include <filesystem>

namespace vigie::app {

namespace {

std::string folderPath()
{
    if (const char *data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data == '/')
        return std::string(data) + "/vigie";
    const char *home = std::getenv("HOME");
    return std::string(home != nullptr && *home != '\0' ? home : "/tmp") + "/.local/share/vigie";
}

} // namespace

Result<std::string> dataFolder()
{
    const auto folder = folderPath();
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return fail(Errc::Storage, "the folder " + folder + " cannot be made: " + error.message());
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error); // what people wrote is nobody else's business
    return folder;
}

std::string recipesFolder()
{
    if (const char *config = std::getenv("XDG_CONFIG_HOME"); config != nullptr && *config == '/')
        return std::string(config) + "/vigie/recipes";
    const char *home = std::getenv("HOME");
    return std::string(home != nullptr ? home : "") + "/.config/vigie/recipes";
}

std::string practicePath()
{
    return folderPath() + "/practice.vigie";
}

} // namespace vigie::app
