// SPDX-License-Identifier: GPL-3.0-or-later
// Files of answers as spreadsheets write them, and as we do.
#include "support/temp_folder.hpp"

#include <vigie/connect/answer_file.hpp>

#include <catch2/catch.hpp>

#include <fstream>

using namespace vigie;
using connect::readAnswerFile;

namespace {

std::string cell(const AnswerRow &row, AnswerField field)
{
    for (const auto &[one, value] : row.cells)
        if (one == field)
            return value;
    return "(none)";
}

connect::AnswerFile read(const test::TempFolder &folder, const std::string &bytes)
{
    const auto path = folder.file("answers.csv");
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    auto file = readAnswerFile(path);
    INFO((file ? "" : file.error().detail));
    REQUIRE(file);
    return std::move(*file);
}

Answer sample()
{
    Answer answer;
    answer.text.keyword = "d\xC3\xA9lai";
    answer.text.title = "=Quand ?";
    answer.text.french = "- Sous \"48 h\" ;\r\nmerci, {{nom}}";
    answer.text.english = "@you: within 48 hours";
    answer.text.variables = {{AnswerVariable::Source::MemberName, "nom", "who asks"}, {AnswerVariable::Source::Ask, "motif", ""}};
    answer.text.validUntil = "2026-12-31";
    answer.text.owner = "L\xC3\xA9""a";
    answer.text.tags = {"livraison", "SAV"};
    return answer;
}

} // namespace

TEST_CASE("both encodings and the three separators are told from the file", "[answers]")
{
    const test::TempFolder folder;
    const auto utf8 = read(folder, "\xEF\xBB\xBFmot-cl\xC3\xA9;question;fran\xC3\xA7""ais;inconnu\r\nd\xC3\xA9lai;Quand ?;\"Sous 48 h ; vite\";x\r\n\r\n");
    CHECK(utf8.separator == ';');
    CHECK(utf8.unknown == std::vector<std::string>{"inconnu"});
    REQUIRE(utf8.rows.size() == 1);
    CHECK(utf8.rows[0].line == 2);
    CHECK(cell(utf8.rows[0], AnswerField::Keyword) == "d\xC3\xA9lai");
    CHECK(cell(utf8.rows[0], AnswerField::French) == "Sous 48 h ; vite");
    CHECK(cell(utf8.rows[0], AnswerField::English) == "(none)");
    const auto windows = read(folder, "mot cl\xE9\tfran\xE7" "ais\td\xE9tail\nd\xE9lai\tSous 48 h, d\xE8s 12 \x80\t\n");
    CHECK(windows.encoding == "windows-1252");
    CHECK(windows.separator == '\t');
    REQUIRE(windows.rows.size() == 1);
    CHECK(cell(windows.rows[0], AnswerField::French) == "Sous 48 h, d\xC3\xA8s 12 \xE2\x82\xAC");
    CHECK(read(folder, "keyword,english\nhi,Hello\n").separator == ',');
}

TEST_CASE("what is no file of answers is refused, what is a bad line is named", "[answers]")
{
    const test::TempFolder folder;
    CHECK(readAnswerFile(folder.file("none.csv")).error().code == Errc::NotFound);
    std::ofstream(folder.file("other.csv")) << "name,text\na,b\n";
    CHECK(readAnswerFile(folder.file("other.csv")).error().code == Errc::InvalidInput);
    const auto file = read(folder, "keyword,french\na,b,c\nd,\"never closed\n");
    REQUIRE(file.rows.size() == 2);
    CHECK(file.rows[0].fault == "columns");
    CHECK(file.rows[1].fault == "unclosed-quote");
}

TEST_CASE("what is written reads back the same, and no cell is a formula", "[answers]")
{
    const test::TempFolder folder;
    const std::vector<Answer> answers{sample()};
    for (const char separator : {',', ';', '\t'})
        for (const auto *encoding : {connect::kUtf8Encoding, connect::kWindowsEncoding}) {
            const auto csv = connect::answersToCsv(answers, separator, encoding);
            REQUIRE(csv);
            CHECK(csv->find("\"'=Quand ?\"") != std::string::npos);
            CHECK(csv->find("\"'- Sous") != std::string::npos);
            CHECK(csv->find("\"'@you") != std::string::npos);
            CAPTURE(separator, encoding);
            const auto back = read(folder, *csv);
            CHECK(back.encoding == encoding);
            CHECK(back.separator == separator);
            REQUIRE(back.rows.size() == 1);
            CHECK(back.rows[0].cells.size() == kAnswerFields.size());
            CHECK(cell(back.rows[0], AnswerField::Keyword) == sample().text.keyword);
            CHECK(cell(back.rows[0], AnswerField::Title) == sample().text.title);
            CHECK(cell(back.rows[0], AnswerField::English) == sample().text.english);
            CHECK(cell(back.rows[0], AnswerField::Variables) == "nom=member: who asks; motif=ask");
            CHECK(cell(back.rows[0], AnswerField::Tags) == "livraison, SAV");
        }
    Answer odd = sample();
    odd.text.french = "\xF0\x9F\x91\x8D";
    CHECK(connect::answersToCsv(std::vector{odd}, ',', connect::kWindowsEncoding).error().code == Errc::InvalidInput);
}
