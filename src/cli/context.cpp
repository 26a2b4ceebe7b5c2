// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.hpp"

#include <vigie/text/length.hpp>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>
#include <unistd.h>

namespace vigie::cli {

namespace {

std::stop_source &interruptSource()
{
    static std::stop_source source;
    return source;
}

/// What was not done and what to do, by kind of trouble. The window says it in two languages; a shell reads English.
const char *advice(Errc code)
{
    switch (code) {
    case Errc::Busy: return "Another Vigie holds this workspace: close it, or wait until it is done. Nothing was changed.";
    case Errc::SchemaTooNew: return "A newer Vigie wrote this workspace: update this one. Nothing was changed.";
    case Errc::StorageDamaged: return "The workspace is damaged: restore a backup with 'vigie-cli restore'. Nothing was changed.";
    case Errc::StorageFull: return "The disk is full: make room and try again. What was committed before is kept.";
    case Errc::NoSecret: return "Tokens are kept in the keyring, or in a file sealed with the passphrase in VIGIE_PASSPHRASE (or on --passphrase-fd): unlock the one, or give the other.";
    case Errc::AuthRevoked:
    case Errc::AuthExpired: return "Sign in again with 'vigie-cli account add'. The queue is kept.";
    case Errc::Network:
    case Errc::Timeout: return "Check the connection and try again; nothing is lost.";
    case Errc::RateLimited: return "The network asks for patience; Vigie goes on by itself at the next run.";
    case Errc::InvalidInput: return "Nothing was changed.";
    case Errc::NotFound: return "Nothing was changed.";
    default: return "";
    }
}

std::string readLine(int fd)
{
    std::string text;
    std::array<char, 256> buffer{};
    for (;;) {
        const auto got = ::read(fd, buffer.data(), buffer.size());
        if (got <= 0)
            break;
        text.append(buffer.data(), static_cast<std::size_t>(got));
        if (text.find('\n') != std::string::npos)
            break;
    }
    return text.substr(0, text.find('\n'));
}

} // namespace

int exitCodeOf(Errc code)
{
    switch (code) {
    case Errc::Cancelled: return kInterrupted;
    case Errc::NotFound:
    case Errc::Gone: return kNotFound;
    case Errc::AuthExpired:
    case Errc::AuthRevoked:
    case Errc::NoSecret: return kSignIn;
    case Errc::Network:
    case Errc::Timeout:
    case Errc::Tls:
    case Errc::Server:
    case Errc::Protocol:
    case Errc::RateLimited:
    case Errc::QuotaExhausted:
    case Errc::BudgetStop: return kNetwork;
    case Errc::Storage:
    case Errc::StorageFull:
    case Errc::StorageDamaged:
    case Errc::SchemaTooNew: return kStorage;
    case Errc::Busy: return kBusy;
    case Errc::InvalidInput:
    case Errc::TooLarge: return kUsage;
    default: return kRefused;
    }
}

Result<std::shared_ptr<net::SecretStore>> Context::openSecrets() const
{
    Secret passphrase;
    if (passphraseFd >= 0)
        passphrase = Secret(readLine(passphraseFd));
    else if (const char *given = std::getenv("VIGIE_PASSPHRASE"); given != nullptr)
        passphrase = Secret(given);
    if (!passphrase.empty()) {
        VIGIE_TRY(const auto folder, app::dataFolder());
        VIGIE_TRY(auto sealed, net::openSealedFile(folder + "/secrets.sealed", passphrase));
        return std::shared_ptr<net::SecretStore>(std::move(sealed));
    }
    auto keyring = net::openKeyring();
    if (keyring)
        return std::shared_ptr<net::SecretStore>(std::move(*keyring));
    if (keyring.error().code != Errc::NoSecret)
        return fail(keyring.error());
    // Feeds need no token: the lack of a keyring matters when somebody asks it for one.
    return std::shared_ptr<net::SecretStore>(net::makeAbsentSecretStore("no keyring answers here (" + keyring.error().detail + ")"));
}

Result<std::string> Context::path() const
{
    if (!workspacePath.empty())
        return workspacePath;
    VIGIE_TRY(const auto folder, app::dataFolder());
    return practice ? app::practicePath() : folder + "/workspace.vigie";
}

Result<std::unique_ptr<app::Workspace>> Context::open(bool engines) const
{
    app::OpenWorkspace options;
    VIGIE_TRY(options.path, path());
    options.engines = engines;
    options.practice = practice && engines;
    if (!engines && !std::filesystem::exists(options.path))
        return fail(Errc::NotFound, "there is no workspace at " + options.path);
    if (engines && !practice) {
        VIGIE_TRY(options.secrets, openSecrets());
    }
    return app::Workspace::open(options);
}

void Context::print(const nlohmann::json &object, const std::function<void()> &plain) const
{
    if (json)
        std::printf("%s\n", object.dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
    else
        plain();
}

int Context::failed(const Error &error) const
{
    progressDone();
    if (json) {
        nlohmann::json object{{"error", errcName(error.code)}, {"detail", error.detail}};
        if (error.httpStatus != 0)
            object["http_status"] = error.httpStatus;
        if (error.retryAfter)
            object["retry_after_seconds"] = error.retryAfter->count();
        if (error.position)
            object["position"] = *error.position;
        std::printf("%s\n", object.dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
    } else {
        const auto detail = oneLine(error.detail.empty() ? errcName(error.code) : error.detail, 400);
        std::fprintf(stderr, "vigie-cli: %s\n", detail.c_str());
        if (const char *what = advice(error.code); *what != '\0')
            std::fprintf(stderr, "%s\n", what);
    }
    return exitCodeOf(error.code);
}

void Context::progress(const std::string &line) const
{
    if (quiet || json || ::isatty(STDERR_FILENO) == 0)
        return;
    std::fprintf(stderr, "\r\033[K%s", line.c_str());
}

void Context::progressDone() const
{
    if (!quiet && !json && ::isatty(STDERR_FILENO) != 0)
        std::fprintf(stderr, "\r\033[K");
}

std::stop_token Context::interrupted()
{
    return interruptSource().get_token();
}

void Context::installInterrupt()
{
    // A handler may do next to nothing; a thread of its own waits for the signal and asks the work to stop.
    (void)interruptSource();
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::thread([signals] {
        int which = 0;
        sigwait(&signals, &which);
        interruptSource().request_stop();
        sigwait(&signals, &which); // asked twice: no more politeness
        std::_Exit(kInterrupted);
    }).detach();
}

std::string oneLine(std::string_view text, int width)
{
    std::string line;
    bool space = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const bool c1 = c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (c1)
            ++i;
        if (c < 0x20 || c == 0x7F || c == ' ' || c1) {
            space = !line.empty();
            continue;
        }
        if (space)
            line += ' ';
        space = false;
        line += text[i];
    }
    return text::elide(line, width);
}

} // namespace vigie::cli
