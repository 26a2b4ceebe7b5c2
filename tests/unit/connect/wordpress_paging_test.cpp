// SPDX-License-Identifier: GPL-3.0-or-later
// Reading on against a site that answers as WordPress does: by offset, newest id first, with a count, and never telling
// what was approved late, edited or removed.
#include "unit/connect/wordpress_support.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::wptest;

namespace {

struct Blog {
    struct Comment {
        int id = 0;
        std::string text;
        bool shown = true;
    };
    std::vector<Comment> comments; ///< oldest first
    int asked = 0, largest = 0;

    void add(int count)
    {
        for (int i = 0; i < count; ++i) {
            const int id = comments.empty() ? 1 : comments.back().id + 1;
            comments.push_back({id, "mot " + std::to_string(id), true});
        }
    }
    Comment &at(int id)
    {
        return *std::find_if(comments.begin(), comments.end(), [id](const Comment &one) { return one.id == id; });
    }
    net::Response listing(const net::Request &request)
    {
        ++asked;
        auto query = queryOf(request);
        const auto size = static_cast<std::size_t>(std::stoi(query["per_page"]));
        largest = std::max(largest, static_cast<int>(size));
        std::vector<const Comment *> all;
        for (auto it = comments.rbegin(); it != comments.rend(); ++it)
            if (it->shown)
                all.push_back(&*it);
        Json body = Json::array();
        const auto offset = query["offset"].empty() ? 0U : static_cast<std::size_t>(std::stoi(query["offset"]));
        for (auto i = offset; i < std::min(all.size(), offset + size); ++i)
            body.push_back({{"id", all[i]->id}, {"post", 1}, {"parent", 0}, {"author", 9}, {"author_name", "A"}, {"date_gmt", "2026-11-21T10:00:00"},
                            {"content", {{"rendered", "<p>" + all[i]->text + "</p>"}}}, {"status", "approved"}});
        return answer(200, body.dump(), {{"X-WP-Total", std::to_string(all.size())}});
    }
};

struct Reader {
    Desk desk{"member"};
    Blog blog;
    std::string cursor;
    std::map<std::string, std::string> texts; ///< what is known, by id
    std::multiset<std::string> delivered;
    std::vector<std::string> gone;
    bool capped = false;

    int run(Direction direction = Direction::Forward, int most = 200)
    {
        FetchSpec spec;
        spec.stream = "comments";
        spec.direction = direction;
        spec.cursor = direction == Direction::Forward ? cursor : "";
        int pages = 0;
        delivered.clear();
        gone.clear();
        for (; pages < most;) {
            const auto request = desk.connector->buildFetch(desk.context(), spec).value();
            const auto page = desk.connector->parseFetch(desk.context(), spec, blog.listing(request)).value();
            ++pages;
            for (const auto &item : page.items) {
                texts[item.nativeId] = item.text;
                delivered.insert(item.nativeId);
            }
            for (const auto &signal : page.signals) {
                texts.erase(signal.nativeId);
                gone.push_back(signal.nativeId);
            }
            capped = page.capped;
            if (!page.cursor.empty() && direction == Direction::Forward)
                cursor = page.cursor;
            if (page.nextPage.empty())
                return pages;
            spec.page = page.nextPage;
        }
        FAIL("no end");
        return pages;
    }
};

std::string id(int number)
{
    return "post/1/comment/" + std::to_string(number);
}

} // namespace

TEST_CASE("wordpress paging: a quiet run is one small page, a burst is read whole")
{
    Reader reader;
    CHECK(reader.run() == 1);
    CHECK(reader.cursor.empty()); // nothing yet: no place to go on from
    reader.blog.add(30);
    CHECK(reader.run() == 1);
    CHECK(reader.texts.size() == 30);
    CHECK(reader.run() == 1);
    reader.blog.largest = 0;
    reader.run();
    CHECK(reader.blog.largest == 25);
    reader.blog.add(120);
    reader.run();
    CHECK(reader.texts.size() == 150);
    CHECK(reader.blog.largest == 100);
    CHECK(reader.run() == 1);
}

TEST_CASE("wordpress paging: history is read to its end")
{
    Reader reader;
    reader.blog.add(437);
    reader.run();
    CHECK(reader.texts.size() == 100);
    reader.run(Direction::Backfill);
    CHECK(reader.texts.size() == 437);
}

TEST_CASE("wordpress paging: what is approved late with an old place is found within the re-read interval, further down too")
{
    Reader reader;
    reader.blog.add(60);
    reader.blog.at(10).shown = false;
    reader.run();
    CHECK(reader.texts.count(id(10)) == 0);
    reader.blog.at(10).shown = true;
    reader.blog.at(20).text = "corrige";
    int runs = 0;
    while (reader.texts.count(id(10)) == 0 && runs < 20) {
        reader.run();
        ++runs;
    }
    CHECK(runs == 10);
    CHECK(reader.texts[id(20)] == "corrige");
    reader.blog.at(21).text = "encore";
    reader.desk.now += std::chrono::hours{1};
    reader.run();
    CHECK(reader.texts[id(21)] == "encore"); // after an hour at once
}

TEST_CASE("wordpress paging: what was taken out of sight is noticed, and only that")
{
    Reader reader;
    reader.blog.add(40);
    reader.run();
    reader.blog.at(40).shown = false;
    reader.blog.at(30).shown = false;
    reader.blog.at(5).shown = false; // below the small page
    reader.run();
    CHECK(std::set<std::string>(reader.gone.begin(), reader.gone.end()) == std::set<std::string>{id(40), id(30)});
    reader.run();
    CHECK(reader.gone.empty());
    reader.desk.now += std::chrono::hours{1};
    reader.run();
    CHECK(reader.gone == std::vector<std::string>{id(5)});
    reader.blog.at(40).shown = true;
    reader.run();
    CHECK(reader.texts.count(id(40)) == 1);
    CHECK(reader.gone.empty());
}

TEST_CASE("wordpress paging: what was thrown away wholesale is gone, as far as it is remembered")
{
    Reader reader;
    reader.blog.add(200);
    reader.run();
    for (int i = 90; i <= 200; ++i)
        reader.blog.at(i).shown = false;
    reader.run();
    CHECK(reader.gone.size() == 100);
    reader.blog.at(200).shown = true;
    reader.run();
    CHECK(reader.texts.count(id(200)) == 1);
}

TEST_CASE("wordpress paging: after a very long absence the rest is said to be missing")
{
    Reader reader;
    reader.blog.add(10);
    reader.run();
    reader.blog.add(6000);
    CHECK(reader.run() < 60);
    CHECK(reader.capped);
    CHECK(reader.texts.size() >= 4990);
    CHECK(reader.run() == 1);
}

TEST_CASE("wordpress paging: an unreadable cursor begins afresh, a foreign page token ends")
{
    Reader reader;
    reader.blog.add(10);
    reader.cursor = "{\"seen\":7,";
    reader.run();
    CHECK(reader.texts.size() == 10);
    FetchSpec spec;
    spec.stream = "comments";
    spec.page = "junk";
    CHECK(reader.desk.connector->buildFetch(reader.desk.context(), spec).has_value());
    spec.stream = "nothing";
    CHECK(reader.desk.connector->buildFetch(reader.desk.context(), spec).error().code == Errc::InvalidInput);
}

TEST_CASE("wordpress paging: entries that we may not see are counted by the site and do not end the reading")
{
    const Desk desk("writer");
    FetchSpec spec;
    spec.stream = "comments";
    spec.direction = Direction::Backfill;
    const auto page = desk.connector->parseFetch(desk.context(), spec, answer(200, "[]", {{"X-WP-Total", "250"}})).value();
    CHECK(page.nextPage == "95");
    spec.page = "190";
    CHECK(desk.connector->parseFetch(desk.context(), spec, answer(200, "[]", {{"X-WP-Total", "250"}})).value().nextPage.empty());
}
