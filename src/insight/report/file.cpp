// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/report.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace vigie::insight {

namespace {

constexpr int kMostNumbers = 10'000;

Error systemError(const std::string &path, int problem)
{
    Error error;
    error.code = problem == ENOSPC || problem == EDQUOT ? Errc::StorageFull : problem == ENOENT || problem == ENOTDIR ? Errc::NotFound
                 : problem == EEXIST ? Errc::Duplicate : Errc::Storage;
    error.detail = path + ": " + std::strerror(problem);
    return error;
}

Result<void> writeAll(int fd, std::string_view bytes, const std::string &path)
{
    while (!bytes.empty()) {
        const auto wrote = ::write(fd, bytes.data(), bytes.size());
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return fail(systemError(path, wrote < 0 ? errno : EIO));
        bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return ::fsync(fd) == 0 ? Result<void>() : Result<void>(fail(systemError(path, errno)));
}

} // namespace

Result<void> writeReportFile(const std::string &path, std::string_view bytes, bool replace)
{
    const auto part = path + ".part";
    ::unlink(part.c_str()); // left by a program that was ended in the middle
    const int fd = ::open(part.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (fd < 0)
        return fail(systemError(path, errno));
    auto written = writeAll(fd, bytes, path);
    ::close(fd);
    // link() takes no name that is taken, whoever took it meanwhile.
    if (written && (replace ? std::rename(part.c_str(), path.c_str()) : ::link(part.c_str(), path.c_str())) != 0)
        written = fail(systemError(path, errno));
    ::unlink(part.c_str());
    return written;
}

Result<std::string> writeReportInto(const std::string &folder, const std::string &name, std::string_view bytes)
{
    const std::filesystem::path wanted = std::filesystem::path(folder) / name;
    for (int number = 1; number <= kMostNumbers; ++number) {
        auto path = wanted;
        if (number > 1)
            path.replace_filename(wanted.stem().string() + " (" + std::to_string(number) + ")" + wanted.extension().string());
        const auto written = writeReportFile(path.string(), bytes, false);
        if (written)
            return path.string();
        if (written.error().code != Errc::Duplicate)
            return fail(written.error());
    }
    return fail(Errc::Duplicate, wanted.string() + ": too many files of that name");
}

} // namespace vigie::insight
