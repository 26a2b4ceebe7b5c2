// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/answer_parts.hpp>

#include <vigie/plan/planner.hpp>
#include <vigie/text/split.hpp>

#include <algorithm>

namespace vigie::plan {

std::vector<std::string> answerParts(const connect::Catalogue &networks, const Account &account, const std::string &answered, const std::string &text, bool numbered)
{
    const auto given = threadParts(text);
    const auto fits = [&](std::string_view part, std::size_t index) {
        const auto lengths = sentLengths(networks, account, index == 0 ? answered : std::string(), std::string(part));
        return std::all_of(lengths.begin(), lengths.end(), [](const text::Length &length) { return length.fits(); });
    };
    if (given.size() == 1)
        return text::splitInParts(given.front(), fits, numbered);
    std::vector<std::string> parts;
    for (const auto &part : given)
        for (auto &piece : text::splitInParts(part, [&](std::string_view one, std::size_t index) { return fits(one, parts.empty() ? index : index + 1); }, false))
            parts.push_back(std::move(piece));
    return parts;
}

std::string joinParts(const std::vector<std::string> &parts)
{
    std::string text;
    for (const auto &part : parts)
        text += (text.empty() ? "" : "\n---\n") + part;
    return text;
}

} // namespace vigie::plan
