// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus.hpp"

#include <nlohmann/json.hpp>
#include <zlib.h>

#include <cmath>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace vigie::tone_model {

namespace {

constexpr double kRatedEnough = 0.6; ///< of 4: below that the twenty raters saw nothing much

std::ifstream opened(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw std::runtime_error("cannot read " + path.string());
    return file;
}

bool oneOf(std::string_view text, unsigned every)
{
    return ::crc32(0, reinterpret_cast<const Bytef *>(text.data()), static_cast<uInt>(text.size())) % every == 0;
}

void replaceAll(std::string &text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

std::string unescaped(std::string text)
{
    for (const auto &[from, to] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}, {"http://url_removed", "https://e.example"}})
        replaceAll(text, from, to);
    return text;
}

/// The first two fields of a record of CSV; quotes are doubled inside quotes.
bool csvRecord(std::istream &in, std::string &first, std::string &second)
{
    first.clear();
    second.clear();
    auto *field = &first;
    bool quoted = false, any = false;
    for (int c = in.get(); c != EOF; c = in.get()) {
        any = true;
        if (quoted && c == '"' && in.peek() == '"')
            field->push_back(static_cast<char>(in.get()));
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == ',')
            field = &second;
        else if (!quoted && c == '\n')
            return true;
        else if (c != '\r')
            field->push_back(static_cast<char>(c));
    }
    return any;
}

void readRated(Corpus &out, const std::filesystem::path &file, const std::string &source)
{
    auto in = opened(file);
    for (std::string line; std::getline(in, line);) {
        const auto first = line.find('\t'), second = first == std::string::npos ? first : line.find('\t', first + 1);
        if (second == std::string::npos)
            continue;
        const double mean = std::stod(line.substr(first + 1, second - first - 1));
        auto raw = line.substr(second + 1);
        if (!raw.empty() && raw.back() == '\r')
            raw.pop_back();
        const bool held = source == "tweets" && oneOf(raw, 10);
        out.push_back({unescaped(std::move(raw)), mean > kRatedEnough ? 1 : mean < -kRatedEnough ? -1 : 0, source, held, mean / 4});
    }
}

} // namespace

Corpus readHutto(const std::filesystem::path &folder)
{
    Corpus out;
    readRated(out, folder / "tweets_GroundTruth.txt", "tweets");
    readRated(out, folder / "amazonReviewSnippets_GroundTruth.txt", "amazon");
    readRated(out, folder / "movieReviewSnippets_GroundTruth.txt", "movies");
    readRated(out, folder / "nytEditorialSnippets_GroundTruth.txt", "editorials");
    return out;
}

Corpus readGoEmotions(const std::filesystem::path &folder)
{
    Corpus out;
    for (const auto *name : {"train", "dev"}) {
        auto in = opened(folder / (std::string(name) + ".tsv"));
        for (std::string line; std::getline(in, line);) {
            const auto first = line.find('\t'), second = first == std::string::npos ? first : line.find('\t', first + 1);
            if (second != first + 2) // one group of emotions, or people did not agree
                continue;
            const char group = line[first + 1];
            if (group < '1' || group > '3')
                continue;
            auto text = line.substr(0, first);
            replaceAll(text, "[NAME]", "@x");
            replaceAll(text, "[RELIGION]", "@x");
            const int label = group == '1' ? -1 : group == '3' ? 1 : 0;
            out.push_back({std::move(text), label, "goemotions", name == std::string("dev"), static_cast<double>(label)});
        }
    }
    return out;
}

Corpus readAllocine(const std::filesystem::path &folder)
{
    Corpus out;
    auto in = opened(folder / "train_data_allocine.csv");
    std::string text, label;
    csvRecord(in, text, label); // the heading
    while (csvRecord(in, text, label)) {
        const bool held = oneOf(text, 5);
        const int tone = label == "1" ? 1 : -1;
        out.push_back({text, tone, "allocine", held, static_cast<double>(tone)});
    }
    return out;
}

Corpus readSentences(const std::filesystem::path &fixtures)
{
    Corpus out;
    for (const auto *name : {"amazon", "imdb", "yelp"}) {
        auto in = opened(fixtures / (std::string(name) + ".json"));
        for (const auto &one : nlohmann::json::parse(in)) {
            if (!one.at("class").is_number()) // a line or two that nobody judged
                continue;
            const int tone = one.at("class").get<int>() == 1 ? 1 : -1;
            out.push_back({one.at("text").get<std::string>(), tone, "sentences", true, static_cast<double>(tone)});
        }
    }
    return out;
}

Corpus readLabelled(const std::filesystem::path &file, bool held)
{
    Corpus out;
    auto in = opened(file);
    for (std::string line; std::getline(in, line);) {
        const auto first = line.find('\t'), second = first == std::string::npos ? first : line.find('\t', first + 1);
        if (line.empty() || line[0] == '#' || second == std::string::npos)
            continue;
        const auto said = line.substr(0, first);
        const int label = said == "negative" ? -1 : said == "positive" ? 1 : 0;
        out.push_back({line.substr(second + 1), label, line.substr(first + 1, second - first - 1), held, static_cast<double>(label)});
    }
    return out;
}

std::vector<std::string> readLines(const std::filesystem::path &file)
{
    std::vector<std::string> out;
    auto in = opened(file);
    for (std::string line; std::getline(in, line);)
        if (!line.empty())
            out.push_back(line);
    return out;
}

Corpus readWords(const std::filesystem::path &file)
{
    Corpus out;
    auto in = opened(file);
    for (std::string line; std::getline(in, line);) {
        const auto colon = line.find(':');
        if (line.empty() || line[0] == '#' || colon == std::string::npos)
            continue;
        const double strength = std::stod(line.substr(0, colon)) / 40;
        std::istringstream words(line.substr(colon + 1));
        for (std::string word; words >> word;) {
            replaceAll(word, "_", " ");
            out.push_back({word, std::abs(strength) < 0.2 ? 0 : strength > 0 ? 1 : -1, "words", false, strength});
        }
    }
    return out;
}

} // namespace vigie::tone_model
