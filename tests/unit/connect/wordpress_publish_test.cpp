// SPDX-License-Identifier: GPL-3.0-or-later
// Answers, articles, edits and moderation: what is sent, and what the answers mean.
#include "unit/connect/wordpress_support.hpp"

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::wptest;

namespace {

constexpr const char *kTarget = "post/4/comment/12";

Json commentOf(int id, const std::string &words, const std::string &status = "approved", int author = 2, int parent = 12)
{
    return {{"id", id}, {"post", 4}, {"parent", parent}, {"author", author}, {"author_name", "M"}, {"date_gmt", "2026-11-21T18:00:00"},
            {"content", {{"rendered", "<p>" + words + "</p>"}}}, {"status", status}, {"link", "https://blog.example/x/#comment-" + std::to_string(id)}};
}

Result<PublishDone> reply(const Desk &desk, const std::string &text, const std::vector<net::Response> &answers, std::vector<net::Request> *asked = nullptr)
{
    std::size_t next = 0;
    return desk.publish(outboundOf(OutboundKind::Reply, text, kTarget), [&](const PublishStep &step) {
        if (asked != nullptr)
            asked->push_back(step.request);
        REQUIRE(next < answers.size());
        return answers[next++];
    }, kTarget);
}

Result<PublishDone> act(OutboundKind kind, const std::vector<net::Response> &answers, std::vector<net::Request> *asked = nullptr, const std::string &target = kTarget)
{
    const Desk desk;
    std::size_t next = 0;
    return desk.publish(outboundOf(kind, "", target), [&](const PublishStep &step) {
        if (asked != nullptr)
            asked->push_back(step.request);
        REQUIRE(next < answers.size());
        return answers[next++];
    });
}

net::Response status(const std::string &name)
{
    return answer(200, Json{{"id", 12}, {"status", name}}.dump());
}

} // namespace

TEST_CASE("wordpress reply: goes under its comment, as words and not as markup")
{
    const Desk desk;
    std::vector<net::Request> asked;
    const auto done = reply(desk, "a < b & \"c\" [gallery]\n\nMerci ", {answer(201, commentOf(20, "x").dump())}, &asked);
    REQUIRE(done);
    CHECK(done->nativeId == "post/4/comment/20");
    CHECK_FALSE(done->held);
    CHECK(asked.at(0).url == "https://blog.example/wp-json/wp/v2/comments?_fields=id%2Cpost%2Cstatus%2Clink");
    CHECK(Json::parse(asked.at(0).body) == Json{{"post", 4}, {"parent", 12}, {"content", "a &lt; b &amp; &quot;c&quot; &#91;gallery]\n\nMerci"}});
    CHECK(asked.at(0).body.find("abcd") == std::string::npos);
    CHECK(reply(desk, "  \n", {}).error().code == Errc::ContentRefused);
}

TEST_CASE("wordpress reply: held is not published")
{
    const auto done = reply(Desk("member"), "Bonjour", {answer(201, commentOf(20, "Bonjour", "hold").dump())});
    REQUIRE(done);
    CHECK(done->held);
    CHECK(reply(Desk("member"), "Bonjour", {answer(201, commentOf(20, "Bonjour", "spam").dump())})->held);
}

TEST_CASE("wordpress reply: a duplicate is the lost answer's comment, once it is found by words, parent and author")
{
    const Desk desk;
    std::vector<net::Request> asked;
    const auto list = [](const std::vector<Json> &entries) { return answer(200, Json(entries).dump()); };
    // The site made a picture of the smiley and French quotes of the straight ones.
    const auto done = reply(desk, "Merci :-) \"beau\"", {refusal(409, "comment_duplicate"), list({commentOf(30, "Merci \xF0\x9F\x99\x82 \xC2\xAB\xC2\xA0" "beau\xC2\xA0\xC2\xBB", "approved", 3), commentOf(29, "Merci \xF0\x9F\x99\x82 \xC2\xAB\xC2\xA0" "beau\xC2\xA0\xC2\xBB"), commentOf(28, "Merci bien")})}, &asked);
    REQUIRE(done);
    CHECK(done->nativeId == "post/4/comment/29");
    auto query = queryOf(asked.at(1));
    CHECK(query["post"] == "4");
    CHECK(query["parent"] == "12");
    CHECK(query["author"] == "2");
    CHECK(query["status"] == "any");
    CHECK(reply(desk, "Merci", {refusal(409, "comment_duplicate"), list({commentOf(28, "Merci bien")})}).error().code == Errc::Duplicate);
    CHECK(reply(desk, "Merci", {refusal(409, "comment_duplicate"), list({commentOf(28, "Merci", "approved", 2, 11)})}).error().code == Errc::Duplicate);
    // Who only writes comments is not shown those that wait; the site has it all the same.
    asked.clear();
    const auto waiting = reply(Desk("member"), "Merci", {refusal(409, "comment_duplicate"), list({})}, &asked);
    REQUIRE(waiting);
    CHECK(waiting->held);
    CHECK(queryOf(asked.at(1)).count("author") == 0);
}

TEST_CASE("wordpress reply: refusals by their code, whatever the language")
{
    const auto code = [](int status, const char *name) { return reply(Desk(), "x", {refusal(status, name)}).error(); };
    CHECK(code(400, "comment_flood").code == Errc::RateLimited);
    CHECK(code(400, "comment_flood").retryAfter.value() >= std::chrono::seconds{15});
    CHECK(code(401, "rest_not_logged_in").code == Errc::AuthRevoked);
    CHECK(code(401, "rest_comment_login_required").code == Errc::AuthRevoked);
    CHECK(code(403, "rest_comment_closed").code == Errc::PolicyRefused);
    CHECK(code(403, "rest_comment_invalid_post_id").code == Errc::NotFound);
    CHECK(code(400, "rest_comment_content_invalid").code == Errc::ContentRefused);
    CHECK(code(403, "rest_cannot_edit").code == Errc::Forbidden);
    CHECK(code(401, "rest_cannot_edit").code == Errc::AuthRevoked);
    CHECK(code(400, "rest_invalid_param").code == Errc::InvalidInput);
    CHECK(code(400, "something_a_plugin_says").code == Errc::InvalidInput); // it did nothing
    CHECK(code(500, "internal_server_error").code == Errc::UnknownOutcome);
    CHECK(reply(Desk(), "x", {answer(502, "<html>Bad gateway</html>")}).error().code == Errc::UnknownOutcome);
    CHECK(reply(Desk(), "x", {answer(201, "<b>Warning</b>: {")}).error().code == Errc::UnknownOutcome);
}

TEST_CASE("wordpress article: title, paragraphs, pictures with their words, the first as the article's own")
{
    const Desk desk;
    auto outbound = outboundOf(OutboundKind::Post, "Portes <ouvertes>\nSamedi & dimanche.\nDe dix \xC3\xA0 dix-huit heures.\n\nPlan : https://atelier.example/plan?a=1&b=2 !");
    outbound.parts[0].media = {{"/tmp/four.jpg", "image/jpeg", "Le four, \xC3\xA0 l'aube", "", ""}, {"/tmp/bol.png", "image/png", "Un \"bol\"", "", ""}};
    std::vector<net::Request> asked;
    const auto done = desk.publish(outbound, [&](const PublishStep &step) {
        asked.push_back(step.request);
        if (step.request.url.find("/wp/v2/media") != std::string::npos)
            return answer(201, Json{{"id", 50 + asked.size()}, {"source_url", "https://blog.example/u/" + std::to_string(asked.size()) + ".jpg"}, {"alt_text", step.request.form.at(1).value}}.dump());
        return answer(201, R"({"id":60,"status":"publish","link":"https://blog.example/p/"})");
    });
    REQUIRE(done);
    CHECK(done->nativeId == "post/60");
    CHECK_FALSE(done->held);
    REQUIRE(asked.size() == 3);
    CHECK(asked[0].form.at(0).filePath == "/tmp/four.jpg");
    CHECK(asked[0].form.at(1).name == "alt_text");
    const auto body = Json::parse(asked[2].body);
    CHECK(body["title"] == "Portes &lt;ouvertes&gt;");
    CHECK(body["featured_media"] == 51);
    CHECK(body["status"] == "publish");
    CHECK(body["content"] == "<p>Samedi &amp; dimanche.<br />\nDe dix \xC3\xA0 dix-huit heures.</p>\n"
                             "<p>Plan : <a href=\"https://atelier.example/plan?a=1&amp;b=2\">https://atelier.example/plan?a=1&amp;b=2</a> !</p>\n"
                             "<figure class=\"wp-block-image\"><img src=\"https://blog.example/u/2.jpg\" alt=\"Un &quot;bol&quot;\" class=\"wp-image-52\" /></figure>\n");
}

TEST_CASE("wordpress article: due later, it is left to the site's clock and accepted, not sent")
{
    const Desk desk;
    auto outbound = outboundOf(OutboundKind::Post, "Bient\xC3\xB4t");
    outbound.dueAt = instant("2026-11-22T06:30:00Z");
    net::Request asked;
    const auto done = desk.publish(outbound, [&](const PublishStep &step) {
        asked = step.request;
        return answer(201, R"({"id":60,"status":"future","link":""})");
    });
    REQUIRE(done);
    CHECK(done->held);
    CHECK(Json::parse(asked.body)["status"] == "future");
    CHECK(Json::parse(asked.body)["date_gmt"] == "2026-11-22T06:30:00");
    outbound.dueAt = desk.now - std::chrono::minutes{1};
    CHECK(desk.publish(outbound, [&](const PublishStep &step) { asked = step.request; return answer(201, R"({"id":60,"status":"publish"})"); }).has_value());
    CHECK(Json::parse(asked.body)["status"] == "publish");
}

TEST_CASE("wordpress article: our own, read back, are the texts that were sent")
{
    const Desk desk;
    const std::vector<std::string> texts{"Une seule ligne", "Titre\nUn corps\nde deux lignes", "Titre\n\nDeux\n\nparagraphes"};
    Json list = Json::array();
    for (const auto &text : texts) {
        Json body;
        REQUIRE(desk.publish(outboundOf(OutboundKind::Post, text), [&](const PublishStep &step) { body = Json::parse(step.request.body); return answer(201, R"({"id":1,"status":"publish"})"); }));
        list.push_back({{"id", 1}, {"date_gmt", "2026-11-21T18:00:00"}, {"status", "publish"}, {"author", 2}, {"featured_media", 7},
                        {"title", {{"raw", body["title"]}}}, {"content", {{"raw", body["content"]}}}});
    }
    const auto page = desk.connector->parseOwnPosts(desk.context(), answer(200, list.dump())).value();
    REQUIRE(page.posts.size() == 3);
    CHECK(page.posts[0].text == "Une seule ligne");
    CHECK(page.posts[1].text == "Titre\n\nUn corps\nde deux lignes");
    CHECK(page.posts[2].text == "Titre\n\nDeux\n\nparagraphes");
    CHECK(page.posts[0].mediaCount == 1);
    CHECK(page.nextPage.empty());
}

TEST_CASE("wordpress edit: words of ours are rewritten with their pictures, an article of another hand is left alone")
{
    const Desk desk;
    const auto edit = [&](const std::string &raw, net::Request &last, const std::string &text = "Titre\nNeuf", const std::string &title = "Titre") {
        return desk.publish(outboundOf(OutboundKind::Edit, text, "post/4"), [&](const PublishStep &step) {
            last = step.request;
            return answer(200, step.request.method == net::Method::Get ? Json{{"id", 4}, {"title", {{"raw", title}}}, {"content", {{"raw", raw}}}}.dump() : R"({"id":4,"link":"l"})");
        });
    };
    net::Request last;
    const std::string figure = "<figure class=\"wp-block-image\"><img src=\"u\" alt=\"\" class=\"wp-image-5\" /></figure>\n";
    REQUIRE(edit("<p>Vieux <a href=\"x\">lien</a></p>\n" + figure, last));
    CHECK(Json::parse(last.body) == Json{{"content", "<p>Neuf</p>\n" + figure}});
    REQUIRE(edit("<p>Vieux</p>\n", last, "Neuf\net long"));
    CHECK(Json::parse(last.body) == Json{{"content", "<p>Neuf<br />\net long</p>\n"}}); // the title is not in it, and stays
    REQUIRE(edit("<p>Une fote</p>\n", last, "Une faute", "Une fote"));
    CHECK(Json::parse(last.body) == Json{{"title", "Une faute"}, {"content", "<p>Une faute</p>\n"}}); // it was made of the text
    CHECK(edit("<!-- wp:table --><table>", last).error().code == Errc::ContentRefused);
    const auto comment = desk.publish(outboundOf(OutboundKind::Edit, "corrig\xC3\xA9 <3", kTarget), [&](const PublishStep &step) { last = step.request; return answer(200, "{\"id\":12}"); });
    REQUIRE(comment);
    CHECK(comment->nativeId == kTarget);
    CHECK(Json::parse(last.body) == Json{{"content", "corrig\xC3\xA9 &lt;3"}});
}

TEST_CASE("wordpress moderation: the status that came back must be the one that was wanted")
{
    std::vector<net::Request> asked;
    CHECK(act(OutboundKind::ApproveItem, {status("approved")}, &asked));
    CHECK(Json::parse(asked.at(0).body)["status"] == "approved");
    CHECK(act(OutboundKind::HoldItem, {status("hold")}));
    CHECK(act(OutboundKind::MarkSpam, {status("spam")}));
    CHECK(act(OutboundKind::ApproveItem, {status("hold")}).error().code == Errc::Forbidden); // 200, unchanged
    CHECK(act(OutboundKind::ApproveItem, {refusal(500, "rest_comment_failed_edit"), status("approved")}));
    CHECK(act(OutboundKind::ApproveItem, {refusal(500, "rest_comment_failed_edit"), status("hold")}).error().code == Errc::Forbidden);
    CHECK(act(OutboundKind::ApproveItem, {refusal(404, "rest_comment_invalid_id")}).error().code == Errc::NotFound);
    CHECK(act(OutboundKind::BanMember, {}).error().code == Errc::Unsupported);
    CHECK(act(OutboundKind::ApproveItem, {}, nullptr, "post/4").error().code == Errc::Unsupported);
}

TEST_CASE("wordpress moderation: out of the trash as it was, out of the spam folder too")
{
    std::vector<net::Request> asked;
    CHECK(act(OutboundKind::RestoreItem, {status("approved")}, &asked));
    CHECK(Json::parse(asked.at(0).body)["status"] == "untrash");
    asked.clear();
    CHECK(act(OutboundKind::RestoreItem, {status("spam"), status("hold")}, &asked));
    CHECK(Json::parse(asked.at(1).body)["status"] == "unspam");
    CHECK(act(OutboundKind::RestoreItem, {status("spam"), status("spam")}).error().code == Errc::Forbidden);
}

TEST_CASE("wordpress removal: what is in the trash already is gone, a site without a trash removes for good")
{
    std::vector<net::Request> asked;
    CHECK(act(OutboundKind::RemoveItem, {answer(200, "{\"status\":\"trash\"}")}, &asked));
    CHECK(asked.at(0).method == net::Method::Delete);
    CHECK(queryOf(asked.at(0)).empty());
    CHECK(act(OutboundKind::RemoveItem, {refusal(410, "rest_already_trashed")}));
    CHECK(act(OutboundKind::Delete, {refusal(404, "rest_comment_invalid_id")}));
    asked.clear();
    CHECK(act(OutboundKind::Delete, {refusal(501, "rest_trash_not_supported"), answer(200, "{\"deleted\":true}")}, &asked, "post/4"));
    CHECK(queryOf(asked.at(1))["force"] == "true");
    CHECK(act(OutboundKind::Delete, {refusal(404, "rest_no_route")}).error().code == Errc::Unsupported);
    CHECK(act(OutboundKind::Delete, {refusal(401, "rest_cannot_delete")}).error().code == Errc::AuthRevoked);
}

TEST_CASE("wordpress look-up: by hundreds, and 410, 401 and 404 alike mean not visible")
{
    const Desk desk;
    const std::vector<std::string> many{"post/4/comment/12", "post/9", "post/4/comment/13"};
    auto query = queryOf(desk.connector->buildLookup(desk.context(), many).value());
    CHECK(query["include"] == "12,13");
    CHECK(query["status"] == "any");
    const auto found = desk.connector->parseLookup(desk.context(), many, answer(200, Json(std::vector<Json>{commentOf(13, "x", "trash")}).dump())).value();
    REQUIRE(found.items.size() == 1);
    CHECK(found.items[0].state == ItemState::RemovedByModeration);
    CHECK(found.notAsked == std::vector<std::string>{"post/9"});
    CHECK(found.gone.empty());
    const std::vector<std::string> one{"post/4/comment/12"};
    CHECK(desk.connector->buildLookup(desk.context(), one)->url.rfind("https://blog.example/wp-json/wp/v2/comments/12?", 0) == 0);
    for (const auto &[status, code] : {std::pair(410, "rest_already_trashed"), std::pair(401, "rest_cannot_read"), std::pair(404, "rest_comment_invalid_id")})
        CHECK(desk.connector->parseLookup(desk.context(), one, refusal(status, code)).value().gone == one);
    CHECK(desk.connector->parseLookup(desk.context(), one, refusal(404, "rest_no_route")).error().code == Errc::Unsupported);
    CHECK(desk.connector->parseLookup(desk.context(), one, refusal(401, "rest_not_logged_in")).error().code == Errc::AuthRevoked);
    const std::vector<std::string> strange{"comment-12"};
    CHECK(desk.connector->buildLookup(desk.context(), strange).error().code == Errc::InvalidInput);
}

TEST_CASE("wordpress: nothing that is asked for names an address, a mail or a browser of those who comment")
{
    const Desk desk;
    for (const auto &stream : desk.connector->streams(desk.account)) {
        FetchSpec spec;
        spec.stream = stream.name;
        const auto request = desk.connector->buildFetch(desk.context(), spec).value();
        INFO(request.url);
        CHECK(queryOf(request)["_fields"].find("author_ip") == std::string::npos);
        CHECK(queryOf(request)["_fields"].find("email") == std::string::npos);
        CHECK(queryOf(request)["_fields"].find("agent") == std::string::npos);
        CHECK(queryOf(request)["_fields"].find("avatar") == std::string::npos);
        CHECK_FALSE(queryOf(request)["_fields"].empty());
    }
}
