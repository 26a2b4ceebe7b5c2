// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target without libFuzzer: every seed as it is, then mutations drawn from a fixed sequence.
//   <target> ROUNDS FOLDER_OR_FILE...
// An input that kills the target, or keeps it busy for too long, is written to <target>.crash in the current folder.
#include <vigie/base/random.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <unistd.h>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongest = 64U << 10U; ///< mutations; seeds may be longer
constexpr std::chrono::seconds kSlow{20};

const std::string *current = nullptr; ///< what the target is reading, for the handler
std::string crashFile;

void keepInput()
{
    const int file = ::open(crashFile.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0 || current == nullptr)
        return;
    const auto written = ::write(file, current->data(), current->size());
    ::close(file);
    if (written < 0)
        return;
}

extern "C" void onFatal(int number)
{
    keepInput();
    std::signal(number, SIG_DFL);
    std::raise(number);
}

[[noreturn]] void giveUp(const std::string &why)
{
    keepInput();
    std::cerr << why << ", input kept in " << crashFile << '\n';
    std::exit(1);
}

void feed(const std::string &input)
{
    // A copy of the exact size, so that a sanitizer sees the first byte read beyond it.
    const std::vector<std::uint8_t> bytes(input.begin(), input.end());
    current = &input;
    const auto begin = std::chrono::steady_clock::now();
    try {
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    } catch (const std::exception &error) {
        giveUp(std::string("an exception came out: ") + error.what());
    }
    if (std::chrono::steady_clock::now() - begin > kSlow)
        giveUp("too slow");
    current = nullptr;
}

std::vector<std::string> readSeeds(int count, char **paths)
{
    std::vector<fs::path> files;
    for (int i = 0; i < count; ++i) {
        if (!fs::exists(paths[i])) {
            std::cerr << "no such seed: " << paths[i] << '\n';
            std::exit(2);
        }
        if (!fs::is_directory(paths[i])) {
            files.emplace_back(paths[i]);
            continue;
        }
        for (const auto &entry : fs::recursive_directory_iterator(paths[i]))
            if (entry.is_regular_file())
                files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end()); // the order of folders is the disk's, the sequence must not depend on it
    std::vector<std::string> seeds{""};
    for (const auto &path : files) {
        std::ifstream file(path, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return seeds;
}

const std::array<std::string, 40> &pieces()
{
    static const std::array<std::string, 40> all{
        std::string(1, '\0'), "\xFF", "\xC3", "\xE2\x80\x8D", "\xEF\xBB\xBF", "\xF0\x9F\x91\xA9", "\xCC\x81", "\r\n", "\n\n", "\t", "<", ">", "</", "<![CDATA[", "-->",
        "&#x110000;", "&amp;", "\"", "'", "\\u0000", "\\ud800", "{", "}", "[", "]", "null", "-1", "1e999", "9223372036854775808", "0", ":", ",", "(", ")", "OR", "NOT",
        "*", "http://", "@a@b.c", "#x"};
    return all;
}

void mutate(std::string &input, const std::vector<std::string> &seeds, vigie::Sequence &random)
{
    const auto place = [&] { return static_cast<std::size_t>(random.below(input.size() + 1)); };
    const auto stretch = [&](std::size_t from) { return static_cast<std::size_t>(random.below(std::min<std::size_t>(input.size() - from, 64) + 1)); };
    switch (random.below(8)) {
    case 0:
        if (!input.empty()) {
            auto &byte = input[static_cast<std::size_t>(random.below(input.size()))];
            byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << random.below(8)));
        }
        break;
    case 1:
        if (!input.empty())
            input[static_cast<std::size_t>(random.below(input.size()))] = static_cast<char>(random.below(256));
        break;
    case 2: input.insert(place(), 1, static_cast<char>(random.below(256))); break;
    case 3: input.insert(place(), pieces()[static_cast<std::size_t>(random.below(pieces().size()))]); break;
    case 4: {
        const auto from = place();
        input.erase(from, stretch(from));
        break;
    }
    case 5: { // the same thing again and again: nesting, long runs
        const auto from = place();
        const auto piece = input.substr(from, stretch(from));
        for (auto times = random.below(8) == 0 ? random.below(400) : 1 + random.below(3); times > 0 && input.size() < kLongest; --times)
            input.insert(from, piece);
        break;
    }
    case 6: input.resize(place()); break;
    default: {
        const auto &other = seeds[static_cast<std::size_t>(random.below(seeds.size()))];
        const auto from = static_cast<std::size_t>(random.below(other.size() + 1));
        input.insert(place(), other, from, static_cast<std::size_t>(random.below(512)));
        break;
    }
    }
}

} // namespace

int main(int count, char **arguments)
{
    if (count < 2) {
        std::cerr << "usage: " << arguments[0] << " ROUNDS FOLDER_OR_FILE...\n";
        return 2;
    }
    crashFile = fs::path(arguments[0]).filename().string() + ".crash";
    for (const int number : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL})
        std::signal(number, onFatal);
    const auto seeds = readSeeds(count - 2, arguments + 2);
    for (const auto &seed : seeds)
        feed(seed);
    const auto rounds = std::strtoull(arguments[1], nullptr, 10);
    vigie::Sequence random(20261121);
    for (std::uint64_t round = 0; round < rounds; ++round) {
        auto input = seeds[static_cast<std::size_t>(random.below(seeds.size()))];
        for (auto changes = 1 + random.below(12); changes > 0; --changes)
            mutate(input, seeds, random);
        if (input.size() > kLongest)
            input.resize(kLongest);
        feed(input);
    }
    std::cout << seeds.size() << " seeds, " << rounds << " mutations\n";
    return 0;
}
