// SPDX-License-Identifier: GPL-3.0-or-later
// Tone: posts a second on one core, beside the npm packages `sentiment` and `vader-sentiment` on the same posts in the same run, and how right
// each is; what the model takes on disk and to load.
//   bench_tone [posts]   (1,000,000 unless said)
// Peers run where VIGIE_BENCH_PEERS names a folder with their node_modules (npm install sentiment vader-sentiment).
// Goals of speed are binding from 100,000 posts on, and where the code is optimised; that of size always.
#include "bench/measure.hpp"

#include <vigie/text/tone.hpp>

#include <array>
#include <cstdio>
#include <fstream>
#include <memory>

using namespace vigie;
using namespace vigie::bench;

namespace {

constexpr double kGoal = 300'000, kStretch = 500'000;   ///< posts a second, one core
constexpr std::uintmax_t kMostBytes = 1'000'000, kStretchBytes = 400'000;

struct Sample {
    int label = 0;
    std::string text;
};

std::vector<Sample> samples(const std::string &name)
{
    std::ifstream file(std::string(VIGIE_TEST_DATA) + "/data/tone/" + name);
    std::vector<Sample> out;
    for (std::string line; std::getline(file, line);) {
        const auto first = line.find('\t'), second = line.find('\t', first + 1);
        if (second != std::string::npos)
            out.push_back({line[0] == 'p' ? 1 : line[2] == 'g' ? -1 : 0, line.substr(second + 1)});
    }
    return out;
}

double macroF1(const std::array<std::array<int, 3>, 3> &seen)
{
    double sum = 0;
    for (std::size_t c = 0; c < 3; ++c) {
        int is = 0, said = 0;
        for (std::size_t other = 0; other < 3; ++other) {
            is += seen[c][other];
            said += seen[other][c];
        }
        sum += is + said > 0 ? 2.0 * seen[c][c] / (is + said) / 3 : 0;
    }
    return sum;
}

struct Outcome {
    double perSecond = 0, macroF1 = 0;
};

Outcome ours(const text::ToneAnalyser &analyser, const std::vector<Sample> &all, const std::string &lang, std::size_t posts)
{
    std::array<std::array<int, 3>, 3> seen{};
    for (const auto &sample : all)
        ++seen[static_cast<std::size_t>(sample.label + 1)][static_cast<std::size_t>(static_cast<int>(analyser.analyse(sample.text, lang, text::ToneKind::Post).label) + 1)];
    double total = 0;
    const double took = threadSeconds([&] {
        for (std::size_t i = 0; i < posts; ++i)
            total += static_cast<double>(analyser.analyse(all[i % all.size()].text, lang, text::ToneKind::Post).score);
    });
    if (total == 0.5)
        std::puts(""); // the sum is used
    return {static_cast<double>(posts) / took, macroF1(seen)};
}

/// What the peer does with the file, or nothing where it is not installed.
std::optional<Outcome> peer(const std::string &package, const std::string &file, std::size_t posts)
{
    const char *folder = std::getenv("VIGIE_BENCH_PEERS");
    if (folder == nullptr || !std::filesystem::exists(std::filesystem::path(folder) / "node_modules" / package))
        return std::nullopt;
    const auto command = "cd '" + std::string(folder) + "' && node '" + std::string(VIGIE_TEST_DATA) + "/bench/tone_peers.js' " + package + " '" + std::string(VIGIE_TEST_DATA) + "/data/tone/"
                         + file + "' " + std::to_string(posts) + " 2>/dev/null";
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> pipe(::popen(command.c_str(), "r"), ::pclose);
    Outcome out;
    if (!pipe || std::fscanf(pipe.get(), "%lf %lf", &out.perSecond, &out.macroF1) != 2)
        return std::nullopt;
    return out;
}

std::uintmax_t modelBytes()
{
    std::uintmax_t total = 0;
    for (const auto &file : std::filesystem::directory_iterator(std::string(VIGIE_TEST_DATA) + "/../resources/tone"))
        if (!file.path().filename().string().starts_with("LICENSE"))
            total += file.file_size();
    return total;
}

void goal(bool met, bool binds, const char *what)
{
    fmt::print("  {:<6} {}\n", met ? "met" : binds ? "MISSED" : "missed", what);
    if (!met && binds)
        ++failures();
}

} // namespace

int main(int argc, char **argv)
{
    const auto posts = argc > 1 ? static_cast<std::size_t>(std::strtoull(argv[1], nullptr, 10)) : std::size_t{1'000'000};
    const bool binds = posts >= 100'000;
    text::ToneAnalyser analyser = text::ToneAnalyser::builtin();
    const double load = threadSeconds([&] { analyser = text::ToneAnalyser::builtin(); });
    fmt::print("model and lexicons: {} bytes on disk, loaded in {:.1f} ms\n", modelBytes(), load * 1000);
    goal(modelBytes() <= kMostBytes, true, "at most 1,000,000 bytes");
    goal(modelBytes() <= kStretchBytes, false, "at most 400,000 bytes");
    fmt::print("{:<16} {:<16} {:>12} {:>10}\n", "", "", "posts/s", "macro-F1");
    for (const auto &[file, lang] : {std::pair<std::string, std::string>{"en.tsv", "en"}, {"fr_check.tsv", "fr"}}) {
        const auto all = samples(file);
        if (all.empty())
            return 1;
        const auto mine = ours(analyser, all, lang, posts);
        fmt::print("{:<16} {:<16} {:>12.0f} {:>10.3f}\n", file, "vigie", mine.perSecond, mine.macroF1);
        for (const auto *package : {"sentiment", "vader-sentiment"})
            if (lang == "en") {
                if (const auto theirs = peer(package, file, posts / 10))
                    fmt::print("{:<16} {:<16} {:>12.0f} {:>10.3f}  ratio {:.1f}\n", file, package, theirs->perSecond, theirs->macroF1, mine.perSecond / theirs->perSecond);
                else
                    fmt::print("{:<16} {:<16} {:>12}\n", file, package, "not here");
            }
        goal(mine.perSecond >= kGoal, binds, "300,000 posts/s on one core");
        goal(mine.perSecond >= kStretch, false, "500,000 posts/s on one core");
    }
    return failures() == 0 ? 0 : 1;
}
