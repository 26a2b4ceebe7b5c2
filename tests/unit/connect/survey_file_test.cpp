// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of answers to surveys as survey programs and spreadsheets write them.
#include "support/must.hpp"
#include "support/temp_folder.hpp"

#include <vigie/connect/survey_file.hpp>

#include <fstream>

using namespace vigie;
using namespace vigie::test;

namespace {

std::string written(const TempFolder &folder, const std::string &text)
{
    const auto path = folder.file("answers.csv");
    std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
    return path;
}

} // namespace

TEST_CASE("columns of a survey are told by their headings, in both languages", "[surveys]")
{
    const TempFolder folder;
    const auto read = [&](const std::string &text, std::optional<SurveyKind> kind = {}) { return connect::readSurveyFile(written(folder, text), "Europe/Paris", kind); };
    const auto french = must(read("Date;Note;Enqu\xC3\xAAte;R\xC3\xA9seau;Commentaire;Num\xC3\xA9ro\n02/03/2026 09:30;4/5;Satisfaction;Mastodon;parfait;A1\n02/03/2026;10;Recommandation;;;A2\n02/03/2026;3;csat;;;A1\n"));
    REQUIRE(french.lines.size() == 3);
    CHECK(french.unknown == std::vector<std::string>{"Commentaire"});
    CHECK(french.lines[0].answer.kind == SurveyKind::Csat);
    CHECK(french.lines[0].answer.score == 4);
    CHECK(french.lines[0].answer.network == "mastodon");
    CHECK(toRfc3339(french.lines[0].answer.at) == "2026-03-02T08:30:00Z");
    CHECK(french.lines[1].answer.kind == SurveyKind::Nps);
    CHECK(french.lines[2].fault == "twice");
    CHECK(must(read("at,score\n2026-03-02T08:30:00Z,0\n", SurveyKind::Nps)).lines[0].fault.empty());
    for (const auto *bad : {"11", "4.5", "-1", "4/7", "", "good"})
        CHECK(must(read(std::string("at,score\n2026-03-02T08:30:00Z,") + bad + "\n", SurveyKind::Nps)).lines[0].fault == "score");
    CHECK(read("at,score\n2026-03-02T08:30:00Z,4\n").error().code == Errc::InvalidInput);      // which survey?
    CHECK(read("when,kind\n2026-03-02T08:30:00Z,nps\n").error().code == Errc::InvalidInput);
    CHECK(read("").error().code == Errc::InvalidInput);
}
