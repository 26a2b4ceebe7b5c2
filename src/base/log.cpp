// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/log.hpp>

#include <spdlog/logger.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <sys/stat.h>

#include <memory>
#include <mutex>
#include <vector>

namespace vigie::log {

namespace {

constexpr std::size_t kFileBytes = 4U << 20;
constexpr std::size_t kFiles = 4;

spdlog::level::level_enum toSpdlog(Level level)
{
    switch (level) {
    case Level::Debug: return spdlog::level::debug;
    case Level::Info: return spdlog::level::info;
    case Level::Warning: return spdlog::level::warn;
    case Level::Error: return spdlog::level::err;
    }
    return spdlog::level::err;
}

std::shared_ptr<spdlog::logger> makeLogger(const Options &options)
{
    std::vector<spdlog::sink_ptr> sinks;
    bool fileFailed = false;
    if (!options.file.empty()) {
        try {
            spdlog::file_event_handlers events;
            // Names of people and hosts are in the log: nobody else's to read.
            events.after_open = [](const spdlog::filename_t &, std::FILE *file) { ::fchmod(::fileno(file), 0600); };
            sinks.push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(options.file, kFileBytes, kFiles,
                                                                                  false, events));
        } catch (const std::exception &) {
            fileFailed = true; // a full or read-only disk must not keep the program from starting
        }
    }
    if (options.toStderr || options.file.empty() || fileFailed)
        sinks.push_back(std::make_shared<spdlog::sinks::stderr_sink_mt>());
    auto logger = std::make_shared<spdlog::logger>("vigie", sinks.begin(), sinks.end());
    logger->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
    logger->set_level(toSpdlog(options.level));
    logger->flush_on(spdlog::level::info);
    logger->set_error_handler([](const std::string &) {});
    return logger;
}

std::mutex &mutex()
{
    static std::mutex value;
    return value;
}

std::shared_ptr<spdlog::logger> &current()
{
    static std::shared_ptr<spdlog::logger> value;
    return value;
}

} // namespace

void init(const Options &options)
{
    auto logger = makeLogger(options);
    const std::lock_guard lock(mutex());
    current() = std::move(logger);
}

void write(Level level, std::string_view area, std::string_view message)
{
    try {
        std::shared_ptr<spdlog::logger> logger;
        {
            const std::lock_guard lock(mutex());
            if (!current())
                current() = makeLogger(Options{{}, Level::Warning, true});
            logger = current();
        }
        if (logger->should_log(toSpdlog(level)))
            logger->log(toSpdlog(level), "[{}] {}", area, redacted(message));
    } catch (const std::exception &) {
        // A line that cannot be written is dropped.
    }
}

} // namespace vigie::log
