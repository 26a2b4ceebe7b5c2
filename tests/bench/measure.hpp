// SPDX-License-Identifier: GPL-3.0-or-later
// Stop-watches, percentiles and goals for the benchmarks.
// Thread: one at a time, but seconds() and threadSeconds(). Errors: must() ends the program.
#pragma once

#include <vigie/base/result.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <malloc.h>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace vigie::bench {

/// Binding goals that were missed.
inline int &failures()
{
    static int count = 0;
    return count;
}

inline double seconds(const std::function<void()> &work)
{
    const auto from = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
}

inline double secondsOf(clockid_t clock, const std::function<void()> &work)
{
    const auto now = [clock] {
        timespec time{};
        ::clock_gettime(clock, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
    };
    const double from = now();
    work();
    return now() - from;
}
/// Of all threads: what a machine that does other things besides hardly distorts.
inline double processorSeconds(const std::function<void()> &work)
{
    return secondsOf(CLOCK_PROCESS_CPUTIME_ID, work);
}
/// Of the thread that calls.
inline double threadSeconds(const std::function<void()> &work)
{
    return secondsOf(CLOCK_THREAD_CPUTIME_ID, work);
}

inline double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

/// Middle and worst of some runs, in milliseconds.
inline std::pair<double, double> timed(const std::function<void()> &work, int runs = 15)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i)
        times.push_back(seconds(work) * 1000);
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times.back()};
}

/// "FAIL" counts, "over" is only said.
inline void goal(const std::string &what, bool met, bool binding)
{
    fmt::print("  {} {}\n", met ? "ok  " : binding ? "FAIL" : "over", what);
    failures() += !met && binding ? 1 : 0;
}

template <class T>
T must(Result<T> result)
{
    if (!result) {
        fmt::print("error: {} {}\n", errcName(result.error().code), result.error().detail);
        std::exit(2);
    }
    return std::move(*result);
}

/// How many items a run is over: the first argument, or VIGIE_BENCH_ITEMS.
inline std::int64_t itemsAsked(int argc, char **argv, std::int64_t usual = 1'000'000)
{
    const char *said = std::getenv("VIGIE_BENCH_ITEMS");
    if (argc > 1)
        said = argv[1];
    return std::max<std::int64_t>(said != nullptr ? std::atoll(said) : usual, 1000);
}

/// Where a run keeps its files: a folder that was named and stays, else one that goes with it.
class RunFolder {
public:
    explicit RunFolder(const char *named = nullptr) : keep_(named != nullptr)
    {
        std::string pattern = keep_ ? named : (std::filesystem::temp_directory_path() / "vigie-bench-XXXXXX").string();
        if (!keep_ && ::mkdtemp(pattern.data()) == nullptr) {
            fmt::print("error: no folder for the files of the run\n");
            std::exit(2);
        }
        path_ = pattern;
    }
    RunFolder(const RunFolder &) = delete;
    RunFolder &operator=(const RunFolder &) = delete;
    ~RunFolder()
    {
        std::error_code ignored;
        if (!keep_)
            std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] const std::filesystem::path &path() const { return path_; }

private:
    bool keep_;
    std::filesystem::path path_;
};

/// The last line of a run, and what the program answers.
inline int verdict()
{
    fmt::print("{}\n", failures() == 0 ? "all goals met" : fmt::format("{} goals missed", failures()));
    return failures() == 0 ? 0 : 1;
}

/// Of the whole process, without what the allocator keeps for later.
inline long residentMegabytes()
{
    ::malloc_trim(0);
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind("VmRSS:", 0) == 0)
            return std::atol(line.c_str() + 6) / 1024;
    return 0;
}

} // namespace vigie::bench
