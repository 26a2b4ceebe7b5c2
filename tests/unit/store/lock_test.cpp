// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temp_store.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <optional>

using namespace vigie;
using namespace vigie::store;

TEST_CASE("a workspace has one holder, who is named to the others", "[store][lock]")
{
    const test::TempFolder folder;
    const auto path = folder.file("w.vigie");
    std::optional<WorkspaceLock> held;
    {
        auto first = WorkspaceLock::acquire(path, "the window");
        REQUIRE(first);
        held.emplace(std::move(*first));
    }
    const auto second = WorkspaceLock::acquire(path, "the runner");
    REQUIRE_FALSE(second);
    CHECK(second.error().code == Errc::Busy);
    CHECK(second.error().detail.find("the window") != std::string::npos);
    CHECK(second.error().detail.find(std::to_string(::getpid())) != std::string::npos);
    held.reset();
    CHECK(WorkspaceLock::acquire(path, "the runner"));
    CHECK(WorkspaceLock::acquire(folder.file("none/w.vigie"), "x").error().code == Errc::Storage);
}

TEST_CASE("the lock of a killed process is free", "[store][lock]")
{
    const test::TempFolder folder;
    const auto path = folder.file("w.vigie");
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    const auto child = ::fork();
    if (child == 0) {
        const auto lock = WorkspaceLock::acquire(path, "the child");
        const char answer = lock ? 'y' : 'n';
        (void)!::write(ready[1], &answer, 1);
        for (;;)
            ::pause();
    }
    REQUIRE(child > 0);
    char answer = 0;
    REQUIRE(::read(ready[0], &answer, 1) == 1);
    CHECK(answer == 'y');
    CHECK(WorkspaceLock::acquire(path, "us").error().code == Errc::Busy);
    ::kill(child, SIGKILL);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WorkspaceLock::acquire(path, "us"));
    ::close(ready[0]);
    ::close(ready[1]);
}

TEST_CASE("a program that is started does not inherit the lock", "[store][lock]")
{
    const test::TempFolder folder;
    const auto path = folder.file("w.vigie");
    pid_t child = 0;
    {
        const auto lock = WorkspaceLock::acquire(path, "us");
        REQUIRE(lock);
        int ready[2];
        REQUIRE(::pipe2(ready, O_CLOEXEC) == 0);
        child = ::fork();
        if (child == 0) {
            ::execlp("sleep", "sleep", "60", static_cast<char *>(nullptr));
            ::_exit(1);
        }
        // The pipe closes in the child when it becomes the other program: then the end is read here.
        ::close(ready[1]);
        char none = 0;
        CHECK(::read(ready[0], &none, 1) == 0);
        ::close(ready[0]);
    }
    CHECK(WorkspaceLock::acquire(path, "again"));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
}
