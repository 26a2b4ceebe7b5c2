// SPDX-License-Identifier: GPL-3.0-or-later
// The practice network as a process of its own, for tests that kill the program which talks to it. It says where it
// listens in one line of JSON, then answers the lines it is given:
//   posts                 every post of the brand's account, one JSON object a line, then an empty line
//   say HANDLE TEXT       a member writes; answers the id
//   requests              how many requests were served
// It ends when its standard input does.
#include <vigie/practice/server.hpp>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>

namespace {

void printLine(const nlohmann::json &object)
{
    std::printf("%s\n", object.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace).c_str());
    std::fflush(stdout);
}

void printPosts(const vigie::practice::Server &server)
{
    for (const auto &post : server.brandPosts())
        printLine({{"id", post.id}, {"text", post.text}, {"in_reply_to", post.inReplyTo}, {"deleted", post.deleted}, {"media", post.media},
                   {"key", post.idempotencyKey}});
    std::printf("\n");
    std::fflush(stdout);
}

void answer(vigie::practice::Server &server, const std::string &line)
{
    if (line == "posts") {
        printPosts(server);
    } else if (line == "requests") {
        printLine({{"requests", server.requestCount()}});
    } else if (line.compare(0, 4, "say ") == 0) {
        const auto space = line.find(' ', 4);
        const auto handle = line.substr(4, space == std::string::npos ? std::string::npos : space - 4);
        printLine({{"id", server.memberPosts(handle, space == std::string::npos ? std::string() : line.substr(space + 1))}});
    } else {
        printLine({{"error", "posts, requests, or say HANDLE TEXT"}});
    }
}

} // namespace

int main(int argc, char **argv)
{
    const vigie::SystemClock clock;
    vigie::practice::Options options;
    options.historyDays = argc > 1 ? std::atoi(argv[1]) : 3;
    auto server = vigie::practice::Server::start(clock, options);
    if (!server) {
        std::fprintf(stderr, "practice_server: %s\n", server.error().detail.c_str());
        return 1;
    }
    printLine({{"url", (*server)->url()}, {"token", (*server)->brandToken()}, {"handle", (*server)->brandHandle()}});
    constexpr std::chrono::milliseconds pollEvery{200};
    std::jthread community([&](const std::stop_token &stop) {
        while (!stop.stop_requested()) {
            (*server)->step();
            std::this_thread::sleep_for(pollEvery);
        }
    });
    for (std::string line; std::getline(std::cin, line);)
        answer(**server, line);
    return 0;
}
