// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/length_reason.hpp>

#include "text/graphemes.hpp"
#include "text/length_pieces.hpp"

#include <algorithm>

namespace vigie::text {

namespace {

using What = CountedPiece::What;

constexpr int kShownLetters = 8;

CountedPiece &ofKind(std::vector<CountedPiece> &pieces, What what)
{
    const auto known = std::find_if(pieces.begin(), pieces.end(), [what](const CountedPiece &piece) { return piece.what == what; });
    if (known != pieces.end())
        return *known;
    return pieces.emplace_back(CountedPiece{what, {}, 0, 0, 0});
}

void addCluster(std::vector<CountedPiece> &pieces, std::string_view cluster, int used)
{
    const bool picture = isEmoji(cluster);
    if (!picture && used == 1) {
        auto &plain = ofKind(pieces, What::Text);
        ++plain.letters, ++plain.used, ++plain.times;
        return;
    }
    if (picture) {
        const auto same = std::find_if(pieces.begin(), pieces.end(), [cluster](const CountedPiece &piece) { return piece.what == What::Picture && piece.shown == cluster; });
        auto &piece = same != pieces.end() ? *same : pieces.emplace_back(CountedPiece{What::Picture, std::string(cluster), 0, 0, 0});
        ++piece.letters, ++piece.times;
        piece.used += used;
        return;
    }
    auto &letters = ofKind(pieces, What::Letter);
    if (letters.letters < kShownLetters && letters.shown.find(cluster) == std::string::npos && cluster.find_first_of(" \r\n") == std::string_view::npos)
        letters.shown += cluster;
    ++letters.letters, ++letters.times;
    letters.used += used;
}

} // namespace

std::vector<CountedPiece> countedPieces(std::string_view text, const LengthProfile &profile, std::string_view contentWarning)
{
    const auto unit = measure(text, profile, contentWarning).unit;
    const LengthProfile binding{unit, profile.limit, unit == profile.rule ? profile.urlCost : 0, 0};
    std::vector<CountedPiece> pieces;
    if (!contentWarning.empty())
        pieces.push_back({What::Warning, std::string(contentWarning), graphemes(contentWarning), countBy(contentWarning, unit), 1});
    for (const auto &piece : lengthPieces(text, binding)) {
        const auto part = text.substr(piece.begin, piece.end - piece.begin);
        if (piece.why != LengthPart::Why::Text) {
            const int used = piece.fixed >= 0 ? piece.fixed : countBy(text.substr(piece.begin, piece.countedTo - piece.begin), unit);
            pieces.push_back({piece.why == LengthPart::Why::Link ? What::Link : What::Mention, std::string(part), graphemes(part), used, 1});
            continue;
        }
        const int before = countBy(part, unit);
        int sum = 0;
        std::vector<CountedPiece> attempt = pieces;
        eachGrapheme(part, [&](std::size_t begin, std::size_t end) {
            const auto cluster = part.substr(begin, end - begin);
            const int used = countBy(cluster, unit);
            sum += used;
            addCluster(attempt, cluster, used);
            return true;
        });
        pieces = std::move(attempt);
        if (sum != before) // a rule that looks beyond one letter: what differs is said with the plain text
            ofKind(pieces, What::Text).used += before - sum;
    }
    return pieces;
}

} // namespace vigie::text
