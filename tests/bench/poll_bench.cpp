// SPDX-License-Identifier: GPL-3.0-or-later
// Fifty accounts read as the window reads them, on one network thread, from a server that is a process of its own: how much
// of a core that takes at the rhythm networks advise, beside the bare requests of the same run.
//   bench_poll [accounts]     (50 unless said)
// Processor time of this process alone is measured; the goal is a share of a core, so a busy machine does not distort it.
#include "bench/measure.hpp"

#include <vigie/base/clock.hpp>
#include <vigie/intake/engine.hpp>
#include <vigie/net/http.hpp>
#include <vigie/practice/server.hpp>
#include <vigie/store/members.hpp>

#include <nlohmann/json.hpp>

#include <csignal>
#include <filesystem>
#include <sys/wait.h>
#include <unistd.h>

using namespace vigie;
using namespace vigie::bench;

namespace {

constexpr double kRhythm = 60;   ///< seconds between two readings, as Mastodon's descriptor advises
constexpr double kGoal = 0.05;   ///< of a core
constexpr int kRounds = 3;

/// The practice network in a child; ends with this object.
class Elsewhere {
public:
    Elsewhere()
    {
        int pipe[2] = {-1, -1};
        if (::pipe(pipe) != 0)
            std::exit(1);
        child_ = ::fork();
        if (child_ == 0) {
            ::close(pipe[0]);
            serve(pipe[1]);
        }
        ::close(pipe[1]);
        char buffer[4096] = {};
        const auto got = ::read(pipe[0], buffer, sizeof buffer - 1);
        ::close(pipe[0]);
        const std::string line(buffer, got > 0 ? static_cast<std::size_t>(got) : 0);
        url = line.substr(0, line.find(' '));
        token = line.substr(line.find(' ') + 1);
    }
    ~Elsewhere()
    {
        ::kill(child_, SIGTERM);
        ::waitpid(child_, nullptr, 0);
    }
    Elsewhere(const Elsewhere &) = delete;
    Elsewhere &operator=(const Elsewhere &) = delete;

    std::string url, token;

private:
    [[noreturn]] static void serve(int out)
    {
        const SystemClock clock;
        practice::Options options;
        options.historyDays = 20; // long enough for fifty people to have spoken
        auto server = practice::Server::start(clock, options);
        if (!server)
            ::_exit(1);
        const auto line = (*server)->url() + ' ' + (*server)->brandToken();
        if (::write(out, line.data(), line.size()) < 0)
            ::_exit(1);
        ::close(out);
        for (;;)
            ::pause();
    }
    pid_t child_ = -1;
};

/// Ids of people who speak there: each account of the bench is one of them, so that its own posts can be read too.
std::vector<std::string> people(net::HttpClient &http, const Elsewhere &network, std::size_t wanted)
{
    std::vector<std::string> ids;
    std::string before;
    while (ids.size() < wanted) {
        net::Request request;
        request.url = network.url + "/api/v1/timelines/public?limit=40" + (before.empty() ? "" : "&max_id=" + before);
        request.bearer = Secret(network.token);
        const auto answer = http.sendAndWait(std::move(request));
        const auto page = answer ? nlohmann::json::parse(answer->body, nullptr, false) : nlohmann::json();
        if (!page.is_array() || page.empty())
            break;
        for (const auto &status : page) {
            const auto id = status["account"].value("id", std::string());
            if (std::find(ids.begin(), ids.end(), id) == ids.end())
                ids.push_back(id);
        }
        before = page.back().value("id", std::string());
    }
    ids.resize(std::min(ids.size(), wanted));
    return ids;
}

} // namespace

int main(int argc, char **argv)
{
    const int accounts = argc > 1 && std::atoi(argv[1]) > 0 && std::atoi(argv[1]) < 1000 ? std::atoi(argv[1]) : 50;
    const Elsewhere network; // before any thread: a fork takes only the one that asks
    const RunFolder folder;
    {
        const SystemClock clock;
        const auto store = must(store::Store::open((folder.path() / "workspace.vigie").string(), clock));
        const auto secrets = net::makeMemorySecretStore();
        net::EngineOptions options;
        options.userAgent = "Vigie bench";
        net::CurlEngine http(options);
        net::RateLedger rates;
        connect::Courier courier(connect::CourierParts{http, *secrets, rates, clock});
        const auto catalogue = connect::builtinCatalogue();
        intake::Analysis analysis;
        intake::Engine engine(intake::EngineParts{*store, catalogue, courier, clock, analysis, {}});
        const auto voices = people(http, network, static_cast<std::size_t>(accounts));
        for (const auto &voice : voices) {
            Account account;
            account.connector = "mastodon";
            account.instance = network.url;
            account.nativeId = voice;
            account.handle = "voice" + voice;
            account.settings = {{"tags", "dubreuil"}, {"keywords", ""}};
            if (!secrets->set(account.secretKey(), Secret(network.token)))
                return 1;
            must(store->writeNow<AccountId>([&](store::Tx &tx) { return store::Accounts(tx).save(account); }));
        }
        must(engine.runAll()); // history, once
        int requests = 0;
        const auto round = processorSeconds([&] {
            for (int i = 0; i < kRounds; ++i) {
                const auto report = must(engine.runAll());
                for (const auto &stream : report.streams) {
                    requests += stream.pages;
                    if (stream.error) {
                        fmt::print("  {} failed: {} {}\n", stream.key.stream, errcName(stream.error->code), stream.error->detail);
                        ++failures();
                    }
                }
            }
        }) / kRounds;
        const auto bare = processorSeconds([&] {
            for (int i = 0; i < requests; ++i) {
                net::Request request;
                request.url = network.url + "/api/v1/timelines/tag/dubreuil?limit=40";
                request.bearer = Secret(network.token);
                if (!http.sendAndWait(std::move(request)))
                    ++failures();
            }
        }) / kRounds;
        const double share = round / kRhythm;
        fmt::print("{} accounts, {} requests a round: {:.0f} ms of processor a round, {:.2f} % of a core at one round in {:.0f} s"
                   " (bare requests: {:.0f} ms, {:.2f} %)\n",
                   voices.size(), requests / kRounds, round * 1000, share * 100, kRhythm, bare * 1000, bare / kRhythm * 100);
        goal(fmt::format("{} accounts were read", accounts), static_cast<int>(voices.size()) == accounts, true);
        goal(fmt::format("under {:.0f} % of a core", kGoal * 100), share < kGoal, true);
    }
    return verdict();
}
