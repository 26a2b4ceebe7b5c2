// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/store.hpp>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace vigie::store {

Result<WorkspaceLock> WorkspaceLock::acquire(const std::string &workspacePath, std::string_view holder)
{
    const auto path = workspacePath + ".lock";
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return fail(Errc::Storage, "the lock " + path + " cannot be made: " + std::strerror(errno));
    // The lock belongs to the open file: it goes when the process does, however it dies.
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        const bool busy = errno == EWOULDBLOCK;
        std::array<char, 200> who{};
        const auto got = ::pread(fd, who.data(), who.size() - 1, 0);
        ::close(fd);
        if (!busy)
            return fail(Errc::Storage, "the lock " + path + " cannot be taken");
        return fail(Errc::Busy, "the workspace is held by " + (got > 0 ? std::string(who.data(), static_cast<std::size_t>(got)) : std::string("another process")));
    }
    const auto text = std::string(holder) + " (process " + std::to_string(::getpid()) + ")";
    if (::ftruncate(fd, 0) != 0 || ::pwrite(fd, text.data(), text.size(), 0) < 0) {
        // The name is a courtesy to whoever waits; the lock holds without it.
    }
    return WorkspaceLock(fd);
}

WorkspaceLock::WorkspaceLock(WorkspaceLock &&other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

WorkspaceLock &WorkspaceLock::operator=(WorkspaceLock &&other) noexcept
{
    if (this != &other) {
        if (fd_ >= 0)
            ::close(fd_);
        fd_ = std::exchange(other.fd_, -1);
    }
    return *this;
}

WorkspaceLock::~WorkspaceLock()
{
    if (fd_ >= 0)
        ::close(fd_);
}

} // namespace vigie::store
