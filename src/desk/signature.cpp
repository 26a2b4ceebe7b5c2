// SPDX-License-Identifier: GPL-3.0-or-later
// Where a colleague's words end and the signature begins. A line that could be either stays: words are worth more.
#include <vigie/desk/relay_back.hpp>

#include <vigie/text/fold.hpp>

#include <algorithm>
#include <array>

namespace vigie::desk {

namespace {

constexpr std::size_t kMostSignatureLines = 10; // under the courtesies: name, title, house, street, telephone, ...
constexpr std::size_t kLongestSignatureLine = 90;

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        std::string line(text.substr(at, end - at));
        line.erase(line.find_last_not_of(" \t\r") + 1);
        out.push_back(std::move(line));
        at = end + 1;
    }
    return out;
}

bool isDevice(const std::string &words)
{
    constexpr std::array<std::string_view, 7> kBegins{"sent from my", "sent from outlook", "sent from mobile", "envoye de mon", "envoye depuis mon", "envoye a partir de",
                                                      "get outlook for"};
    return std::any_of(kBegins.begin(), kBegins.end(), [&](std::string_view begin) { return words.substr(0, begin.size()) == begin; });
}

bool isCourtesy(const std::string &words)
{
    constexpr std::array<std::string_view, 22> kAll{"cordialement", "bien cordialement", "tres cordialement", "sinceres salutations", "salutations", "meilleures salutations",
                                                    "bien a vous", "bien a toi", "amicalement", "bonne journee", "belle journee", "bonne fin de journee",
                                                    "best regards", "kind regards", "regards", "warm regards", "with kind regards", "sincerely", "yours sincerely",
                                                    "best", "many thanks", "cdlt"};
    return std::find(kAll.begin(), kAll.end(), words) != kAll.end();
}

} // namespace

std::string withoutSignature(std::string_view given)
{
    auto lines = linesOf(given);
    std::size_t end = lines.size();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i] == "--" || isDevice(text::fold(lines[i]))) {
            end = i;
            break;
        }
        const auto below = static_cast<std::size_t>(std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.end(), [](const auto &line) { return !line.empty(); }));
        const bool brief = std::all_of(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.end(), [](const auto &line) { return line.size() <= kLongestSignatureLine; });
        if (i > 0 && isCourtesy(text::fold(lines[i])) && below <= kMostSignatureLines && brief) {
            end = i;
            break;
        }
    }
    lines.resize(end);
    while (!lines.empty() && lines.back().empty())
        lines.pop_back();
    std::string out;
    for (const auto &line : lines)
        out += (out.empty() ? "" : "\n") + line;
    return out.empty() ? std::string(given) : out;
}

} // namespace vigie::desk
