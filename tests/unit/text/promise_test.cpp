// SPDX-License-Identifier: GPL-3.0-or-later
// Promises in answers of ours: 200 sentences in French and English, one half never tuned on.
#include <vigie/text/promise.hpp>

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace vigie;
using text::findPromises;

namespace {

constexpr const char *kZone = "Europe/Paris";
/// Wednesday 25 November 2026, 10:00 in Paris.
constexpr Instant kAnchor{std::chrono::seconds{1795597200}};

struct Line {
    std::string half, lang, due, text;
    bool promises = false;
};

std::vector<Line> fixture()
{
    std::ifstream in(VIGIE_TEST_DATA "/data/promises/sentences.tsv");
    std::vector<Line> out;
    for (std::string row; std::getline(in, row);) {
        if (row.empty() || row[0] == '#')
            continue;
        std::istringstream cells(row);
        Line line;
        std::string yes;
        std::getline(cells, line.half, '\t');
        std::getline(cells, line.lang, '\t');
        std::getline(cells, yes, '\t');
        std::getline(cells, line.due, '\t');
        std::getline(cells, line.text);
        line.promises = yes == "yes";
        out.push_back(line);
    }
    return out;
}

std::string dueOf(const text::FoundPromise &promise)
{
    const auto at = text::dueAt(promise.due, kAnchor, kZone);
    REQUIRE(at);
    const auto wall = toWall(*at, kZone);
    REQUIRE(wall);
    return toString(*wall).substr(0, 16);
}

struct Score {
    int right = 0, wrong = 0, missed = 0, onTime = 0;
    std::string told;
    [[nodiscard]] double precision() const { return right + wrong == 0 ? 0 : static_cast<double>(right) / (right + wrong); }
    [[nodiscard]] double recall() const { return static_cast<double>(right) / (right + missed); }
};

Score judged(const std::string &half)
{
    Score score;
    for (const auto &line : fixture()) {
        if (line.half != half)
            continue;
        const auto found = findPromises(line.text, line.lang, kAnchor, kZone);
        if (found.empty() == line.promises)
            score.told += (line.promises ? "\n  missed: " : "\n  no promise: ") + line.text;
        if (line.promises && !found.empty()) {
            ++score.right;
            if (dueOf(found.front()) == line.due)
                ++score.onTime;
            else
                score.told += "\n  due " + dueOf(found.front()) + " instead of " + line.due + ": " + line.text;
        } else if (line.promises) {
            ++score.missed;
        } else {
            score.wrong += found.empty() ? 0 : 1;
        }
    }
    WARN(half << " half: precision " << score.precision() << ", recall " << score.recall() << ", due as expected " << score.onTime << " of " << score.right << score.told);
    return score;
}

std::vector<text::FoundPromise> found(const std::string &what, Instant anchor = kAnchor)
{
    return findPromises(what, "", anchor, kZone);
}

} // namespace

TEST_CASE("promises are told from what looks like them, in the half that was tuned on", "[text][promise]")
{
    const auto score = judged("tuned");
    CHECK(score.precision() >= 0.95);
    CHECK(score.recall() >= 0.9);
    CHECK(score.onTime == score.right);
}

TEST_CASE("promises are told from what looks like them, in the half that was held out", "[text][promise]")
{
    const auto score = judged("held");
    CHECK(score.precision() >= 0.9);
    CHECK(score.recall() >= 0.75);
    CHECK(score.onTime >= score.right * 9 / 10);
}

TEST_CASE("a promise says where its words stand", "[text][promise]")
{
    const std::string text = "Bonjour \xC3\x89lo\xC3\xAFse, nous revenons vers vous d'ici vendredi. Bonne journ\xC3\xA9""e !";
    const auto all = found(text);
    REQUIRE(all.size() == 1);
    CHECK(text.substr(all[0].begin, all[0].end - all[0].begin) == "nous revenons vers vous d'ici vendredi");
    CHECK(text.substr(all[0].whenBegin, all[0].whenEnd - all[0].whenBegin) == "d'ici vendredi");
    CHECK(all[0].due.sense == text::PromiseDue::Sense::ByDay);
    CHECK(found("We will send it tomorrow. We will call you on Friday.").size() == 2);
    CHECK(found("Nous revenons vers vous demain / We will get back to you tomorrow").size() == 1);
    CHECK(found("").empty());
    CHECK(found("\xFF\xFE demain").empty());
}

TEST_CASE("what is due is reckoned on the wall, over weekends, years and clock changes", "[text][promise]")
{
    const auto due = [](const std::string &what, const std::string &anchor) {
        const auto wall = parseWallTime(anchor);
        REQUIRE(wall);
        const auto at = toInstant(*wall, kZone);
        REQUIRE(at);
        const auto all = found(what, at->at);
        REQUIRE(all.size() == 1);
        const auto end = text::dueAt(all[0].due, at->at, kZone);
        REQUIRE(end);
        return toString(*toWall(*end, kZone)).substr(0, 16);
    };
    CHECK(due("Nous revenons vers vous lundi.", "2026-11-30T09:00") == "2026-12-07T18:00"); // said on a Monday: the next one
    CHECK(due("Nous vous rappelons d'ici la fin de semaine.", "2026-11-29T09:00") == "2026-12-04T18:00"); // said on a Sunday
    CHECK(due("We will answer by 3 January.", "2026-12-28T09:00") == "2027-01-03T18:00");
    CHECK(due("Vous aurez une r\xC3\xA9ponse sous 24 h.", "2026-03-28T12:00") == "2026-03-29T12:00"); // the night clocks go forward
    CHECK(due("We will reply within 2 working days.", "2026-11-27T16:00") == "2026-12-01T18:00");
    CHECK(due("We will reply before Monday.", "2026-11-25T10:00") == "2026-11-27T18:00"); // no work at the weekend
    CHECK(due("Je vous r\xC3\xA9ponds aujourd'hui.", "2026-11-25T19:30") == "2026-11-25T23:59");
    CHECK(due("Nous vous rappelons avant 9 h.", "2026-11-25T17:00") == "2026-11-26T09:00");
    // The house's own hours.
    const auto all = found("Nous revenons vers vous demain.");
    REQUIRE(all.size() == 1);
    const auto short_ = text::dueAt(all[0].due, kAnchor, kZone, [](WallTime day) {
        day.hour = 12;
        return std::optional(day);
    });
    REQUIRE(short_);
    CHECK(toString(*toWall(*short_, kZone)) == "2026-11-26T12:00:00");
    CHECK_FALSE(text::dueAt(all[0].due, kAnchor, "Mars/Olympus"));
}
