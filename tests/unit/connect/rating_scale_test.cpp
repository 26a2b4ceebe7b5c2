// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/file/rating_column.hpp"

#include <vigie/connect/file_import.hpp>

#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>

using namespace vigie;
using namespace vigie::connect;
using Reason = RatingReading::Reason;

namespace {

RatingReading column(const std::vector<std::string> &cells, RatingScale given = RatingScale::Detect)
{
    file::RatingColumn all;
    for (const auto &cell : cells)
        all.add(cell);
    return all.reading(given);
}

class File {
public:
    explicit File(const std::string &text, const std::string &name = "notes.csv")
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "vigie-ratings-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        folder_ = pattern;
        path = folder_ + "/" + name;
        std::ofstream(path, std::ios::binary) << text;
    }
    ~File() { std::filesystem::remove_all(folder_); }
    std::string path;

private:
    std::string folder_;
};

/// Read to the end, as an import does.
std::vector<Item> imported(const std::string &path, const ImportMapping &mapping, std::vector<BadLine> &bad)
{
    auto reader = FileReader::open(path, mapping);
    REQUIRE(reader);
    std::vector<Item> items;
    for (;;) {
        auto some = (*reader)->next(100, bad);
        REQUIRE(some);
        if (some->empty())
            return items;
        std::move(some->begin(), some->end(), std::back_inserter(items));
    }
}

} // namespace

TEST_CASE("a cell of ratings as people and machines write it")
{
    struct Case {
        const char *text;
        double value, outOf;
    };
    const Case cases[]{{"4", 4, 0},          {"4,5", 4.5, 0},         {" 3.5 ", 3.5, 0},        {"4,5/5", 4.5, 5},       {"8 / 10", 8, 10},      {"16 sur 20", 16, 20},
                       {"4 out of 5", 4, 5}, {"80 %", 80, 100},       {"80\u202F%", 80, 100},   {"3.5 stars", 3.5, 5},   {"1 star", 1, 5},       {"4 \u00e9toiles", 4, 5},
                       {"FOUR", 4, 5},       {"\u2605\u2605\u2605\u2606\u2606", 3, 5},          {"\u2B50\uFE0F\u2B50\uFE0F", 2, 5},               {"\u2605\u2605\u00BD", 2.5, 5},
                       {"\U0001F44D", 1, 1}, {"\U0001F44E\U0001F3FD", 0, 1},                    {"Oui", 1, 1},           {"thumbs down", 0, 1},  {"Non recommand\u00e9", 0, 1},
                       {"-1", -1, 0},        {"4 \u2605", 4, 5},      {"4 sur 5 \u00e9toiles", 4, 5}, {"4\u00A0/\u00A05", 4, 5}};
    for (const auto &one : cases) {
        INFO(one.text);
        const auto read = file::readRatingCell(one.text);
        REQUIRE(read);
        CHECK(read->value == Approx(one.value));
        CHECK(read->outOf == one.outOf);
    }
    for (const auto *none : {"", "  ", "n/a", "-", "1e9", "nan", "inf", "4.5.1", "4/0", "4/", "/5", "%", "five hundred", "4 of many", "\u00e9toiles", "0x5", "=1+1", "\xff\xfe"}) {
        INFO(none);
        CHECK_FALSE(file::readRatingCell(none));
    }
}

TEST_CASE("the scale is that of the whole column")
{
    struct Case {
        std::vector<std::string> cells;
        RatingScale scale;
        Reason reason;
        double lowest, highest;
    };
    const std::vector<Case> cases{{{"1", "5", "3.5"}, RatingScale::Stars, Reason::Highest, 1, 5},
                                  {{"4", "5", "7"}, RatingScale::Ten, Reason::Highest, 4, 7},
                                  {{"0", "10"}, RatingScale::Ten, Reason::Highest, 0, 10},
                                  {{"12", "8", "18,5"}, RatingScale::Twenty, Reason::Highest, 8, 18.5},
                                  {{"85", "40"}, RatingScale::Hundred, Reason::Highest, 40, 85},
                                  {{"0.85", "0.4", "1"}, RatingScale::One, Reason::Shares, 0.4, 1},
                                  {{"0.5", "1"}, RatingScale::Stars, Reason::Highest, 0.5, 1}, // halves of stars
                                  {{"0", "1", "1"}, RatingScale::Thumbs, Reason::TwoWays, 0, 1},
                                  {{"-1", "1"}, RatingScale::Thumbs, Reason::TwoWays, -1, 1},
                                  {{"1", "1"}, RatingScale::Stars, Reason::Highest, 1, 1},
                                  {{"1995", "4"}, RatingScale::Detect, Reason::TooHigh, 4, 1995},
                                  {{"4/5", "n/a", ""}, RatingScale::Stars, Reason::NoNumbers, 0, 0}};
    for (const auto &one : cases) {
        const auto reading = column(one.cells);
        INFO(one.cells.front() << " ... " << one.cells.back());
        CHECK(reading.scale == one.scale);
        CHECK(reading.reason == one.reason);
        CHECK(reading.lowest == Approx(one.lowest));
        CHECK(reading.highest == Approx(one.highest));
        CHECK(reading.beyond == 0);
    }
    const auto mixed = column({"4/5", "80 %", "n/a", "", "7"});
    CHECK(mixed.own == 2);
    CHECK(mixed.unread == 1);
    CHECK(mixed.numbers == 1);
    CHECK(mixed.scale == RatingScale::Ten);
    CHECK(column({"6/5", "3"}).beyond == 1);
    CHECK(column({"-2", "3"}).beyond == 1);
}

TEST_CASE("one slip of the keyboard among hundreds does not change the scale, and is told")
{
    std::vector<std::string> cells(400, "4");
    cells[77] = "45";
    const auto reading = column(cells);
    CHECK(reading.scale == RatingScale::Stars);
    CHECK(reading.beyond == 1);
    CHECK(reading.highest == 4);
    cells.resize(199); // too few to tell a slip from a rare high rating
    CHECK(column(cells).scale == RatingScale::Hundred);
}

TEST_CASE("ratings of any scale keep their halves, whatever stands in the column")
{
    std::mt19937 random(20261122);
    for (int round = 0; round < 400; ++round) {
        const int best = std::array{5, 10, 20, 100}[random() % 4];
        std::vector<int> halves(1 + random() % 60);
        std::vector<std::string> cells{std::to_string(best)};
        for (auto &half : halves) {
            half = static_cast<int>(random() % static_cast<unsigned>(2 * best + 1));
            cells.push_back(std::to_string(half / 2) + (half % 2 == 0 ? "" : ",5"));
        }
        const auto reading = column(cells);
        CHECK(reading.beyond == 0);
        CHECK(reading.numbers == static_cast<std::int64_t>(cells.size()));
        for (std::size_t i = 0; i < halves.size(); ++i) {
            const auto value = file::readRating(cells[i + 1], reading);
            CHECK(value.outcome == file::RatingOutcome::Read);
            CHECK(value.share == Approx(halves[i] / 2.0 / best));
        }
    }
}

TEST_CASE("a file of ten points is read as one, its small ratings too, and the person may know better")
{
    std::string text = "texte,note\n";
    for (int line = 0; line < 300; ++line) // nothing above five among the rows that are looked at first
        text += "Avis " + std::to_string(line) + "," + (line < 290 ? "4" : "9") + "\n";
    const File file(text);
    const auto preview = previewFile(file.path);
    REQUIRE(preview);
    REQUIRE(preview->ratings);
    CHECK(preview->ratings->scale == RatingScale::Ten);
    CHECK(preview->ratings->highest == 9);
    CHECK(*preview->items.front().rating == Approx(0.4));
    std::vector<BadLine> bad;
    auto items = imported(file.path, preview->mapping, bad);
    REQUIRE(items.size() == 300);
    CHECK(*items.front().rating == Approx(0.4));
    CHECK(*items.back().rating == Approx(0.9));
    CHECK(bad.empty());
    auto mapping = preview->mapping;
    mapping.ratingScale = RatingScale::Stars;
    const auto given = previewFile(file.path, mapping);
    REQUIRE(given);
    CHECK(given->ratings->reason == Reason::Given);
    CHECK(given->ratings->beyond == 10);
    items = imported(file.path, mapping, bad);
    CHECK(items.size() == 290);
    CHECK(*items.front().rating == Approx(0.8));
    REQUIRE(bad.size() == 10);
    CHECK(bad.front().line == 292);
    CHECK(bad.front().reason == "rating");
    mapping.ratingScale = RatingScale::Twenty;
    CHECK(*imported(file.path, mapping, bad).front().rating == Approx(0.2));
}

TEST_CASE("thumbs, shares, drawn stars, names of numbers and JSON numbers become the same ratings")
{
    struct Case {
        const char *name, *text;
        std::vector<std::optional<double>> ratings;
    };
    const std::vector<Case> cases{{"a.csv", "text,rating\na,1\nb,0\nc,1\n", {1, 0, 1}},
                                  {"b.csv", "text,rating\na,-1\nb,0\nc,1\n", {0, std::nullopt, 1}},
                                  {"c.csv", "text;note\na;4,5\nb;n/a\nc;\n", {0.9, std::nullopt, std::nullopt}},
                                  {"d.csv", "text,rating\na,\u2605\u2605\u2605\u2605\u2606\nb,FIVE\nc,3/10\n", {0.8, 1, 0.3}},
                                  {"e.ndjson", "{\"text\":\"a\",\"rating\":7.5}\n{\"text\":\"b\",\"rating\":\"4\"}\nnope\n{\"text\":\"c\",\"rating\":null}\n", {0.75, 0.4, std::nullopt}},
                                  {"f.csv", "text,rating\na,2019\nb,5\n", {std::nullopt, std::nullopt}}};
    for (const auto &one : cases) {
        const File file(one.text, one.name);
        const auto preview = previewFile(file.path);
        INFO(one.name);
        REQUIRE(preview);
        std::vector<BadLine> bad;
        const auto items = imported(file.path, preview->mapping, bad);
        REQUIRE(items.size() == one.ratings.size());
        REQUIRE(preview->items.size() == items.size());
        for (std::size_t i = 0; i < items.size(); ++i) {
            CHECK(items[i].rating.has_value() == one.ratings[i].has_value());
            CHECK(items[i].rating.value_or(-1) == Approx(one.ratings[i].value_or(-1)));
            CHECK(preview->items[i].rating == items[i].rating);
            CHECK((items[i].kind == ItemKind::Review) == one.ratings[i].has_value());
        }
    }
}

TEST_CASE("reading a long column of ratings stops when asked")
{
    std::string text = "text,rating\n";
    for (int line = 0; line < 5000; ++line)
        text += "a,4\n";
    const File file(text);
    std::stop_source stop;
    stop.request_stop();
    const auto preview = previewFile(file.path, stop.get_token());
    REQUIRE_FALSE(preview);
    CHECK(preview.error().code == Errc::Cancelled);
    CHECK(guessMapping(file.path)->columns.size() == 2);
}

TEST_CASE("the scale is kept with the mapping, and one that does not exist is refused")
{
    ImportMapping mapping;
    mapping.columns = {{"Note", ImportField::Rating}};
    for (const auto scale : kRatingScales) {
        mapping.ratingScale = scale;
        const auto back = ImportMapping::fromJson(mapping.toJson());
        REQUIRE(back);
        CHECK(back->ratingScale == scale);
    }
    CHECK(ImportMapping::fromJson("{\"columns\":[]}")->ratingScale == RatingScale::Detect); // one of before
    CHECK(ImportMapping::fromJson("{\"rating_scale\":\"7\"}").error().code == Errc::InvalidInput);
    CHECK(ImportMapping::fromJson("{\"rating_scale\":5}").error().code == Errc::InvalidInput);
}
