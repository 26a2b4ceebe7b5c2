// SPDX-License-Identifier: GPL-3.0-or-later
// Another process of this same program, running one hidden test, so that it can be killed in the middle.
// Thread: one at a time. Errors: REQUIRE.
#pragma once

#include <catch2/catch.hpp>

#include <csignal>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace vigie::bsky {

class Child {
public:
    Child(const std::string &test, const std::string &workspace)
    {
        std::vector<std::string> environment{"VIGIE_BSKY_WORKSPACE=" + workspace};
        for (char **entry = ::environ; *entry != nullptr; ++entry)
            environment.emplace_back(*entry);
        std::vector<char *> variables;
        for (auto &entry : environment)
            variables.push_back(entry.data());
        variables.push_back(nullptr);
        std::string self = "/proc/self/exe", name = test;
        char *arguments[] = {self.data(), name.data(), nullptr};
        REQUIRE(::posix_spawn(&pid_, self.c_str(), nullptr, nullptr, arguments, variables.data()) == 0);
    }
    ~Child() { kill(); }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    void kill()
    {
        if (pid_ <= 0)
            return;
        ::kill(pid_, SIGKILL);
        wait();
    }
    /// Its exit code, or minus the signal that ended it.
    int wait()
    {
        int status = 0;
        if (pid_ <= 0 || ::waitpid(pid_, &status, 0) != pid_)
            return -1000;
        pid_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }

private:
    pid_t pid_ = 0;
};

} // namespace vigie::bsky
