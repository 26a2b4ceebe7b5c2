// SPDX-License-Identifier: GPL-3.0-or-later
// What was kept stays as it was, whoever writes to the file; what is erased leaves its reason and a chain that verifies.
#include "store/session.hpp"
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/base/digest.hpp>
#include <vigie/base/random.hpp>
#include <vigie/store/audit.hpp>
#include <vigie/store/evidence.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/recheck.hpp>

#include <fstream>
#include <iterator>

using namespace vigie;
using namespace vigie::store;

namespace {

constexpr std::chrono::hours kYear{24 * 365};

EvidenceKeep keepFor(std::chrono::hours span, const std::string &despite = {})
{
    return {test::kNoon + span, "defence of legal claims", despite, "ada"};
}

AccountId connectTo(test::TempStore &store, const Policy &policy)
{
    Account account;
    account.connector = "mastodon";
    account.instance = "https://social.example";
    account.nativeId = "us";
    account.policy = policy;
    return store.write([&](Tx &tx) { return Accounts(tx).save(account); });
}

ItemId put(test::TempStore &store, const Item &item)
{
    const std::vector<AnalysedItem> items{test::analysed(item)};
    return store.write([&](Tx &tx) { return Items(tx).store(items); }).front().id;
}

Item pictured(Item item, const std::string &url)
{
    MediaRef media;
    media.url = url;
    media.alt = "a street";
    media.mime = "image/png";
    item.media.push_back(media);
    return item;
}

EvidenceEntry capture(test::TempStore &store, ItemId id, const EvidenceKeep &keep = keepFor(5 * kYear))
{
    return store.write([&](Tx &tx) { return Evidence(tx).capture(id, keep); });
}

std::vector<EvidenceEntry> chain(test::TempStore &store)
{
    return store.read([](Tx &tx) { return Evidence(tx).after(0, 1000); });
}

EvidenceReport verify(test::TempStore &store, const std::string &head = {})
{
    return store.read([&](Tx &tx) { return Evidence(tx).verify(head, {}); });
}

EvidenceContent said(const EvidenceEntry &entry)
{
    REQUIRE(entry.content);
    auto content = readEvidence(*entry.content);
    REQUIRE(content);
    return *content;
}

void fetchAll(test::TempStore &store, const std::string &bytes)
{
    store.write([&](Tx &tx) -> Result<int> {
        VIGIE_TRY(const auto wanted, Evidence(tx).wanted(100));
        for (const auto &one : wanted)
            VIGIE_CHECK(Evidence(tx).fetched(one, {bytes, "image/png", "Mon, 02 Mar 2026 12:00:01 GMT", {}, 200}));
        return static_cast<int>(wanted.size());
    });
}

/// The file in the hands of somebody who knows SQL: without the triggers that guard it.
class Tamperer {
public:
    explicit Tamperer(test::TempStore &store) : store_(store)
    {
        store_.close();
        auto opened = Session::open(store.path(), SessionMode::ReadWrite);
        REQUIRE(opened);
        session_ = std::move(*opened);
        REQUIRE(session_->guard([&] {
            for (const auto &name : session_->column<std::string>("SELECT name FROM sqlite_master WHERE type='trigger'"))
                session_->script("DROP TRIGGER " + name);
        }));
    }
    ~Tamperer()
    {
        session_.reset();
        store_.reopen();
    }
    template <class... Args>
    void exec(const std::string &sql, const Args &...args)
    {
        const auto done = session_->guard([&] { session_->exec(sql, args...); });
        INFO((done ? std::string() : done.error().detail));
        REQUIRE(done);
    }
    Session &session() { return *session_; }

private:
    test::TempStore &store_;
    std::unique_ptr<Session> session_;
};

} // namespace

TEST_CASE("what is kept is what is said, by whom, where and when", "[store][evidence]")
{
    test::TempStore store;
    connectTo(store, {});
    auto item = pictured(test::item("1", "Dubreuil <b>burnt</b> \"me\"\nagain"), "https://social.example/a.png");
    item.metrics = {{"likes", 12, ValueStatus::Ok}};
    const auto id = put(store, item);
    const auto entry = capture(store, id);
    CHECK(entry.number == 1);
    CHECK(entry.previous == kEvidenceBegin);
    CHECK(entry.at == test::kNoon);
    const auto content = said(entry);
    CHECK(content.item.text == item.text);
    CHECK(content.item.author.handle == "ada@social.example");
    CHECK(content.item.permalink == item.permalink);
    CHECK(content.item.publishedAt == item.publishedAt);
    CHECK(content.item.metrics == item.metrics);
    REQUIRE(content.item.media.size() == 1);
    CHECK(content.item.media[0].alt == "a street");
    CHECK(content.keep.until == test::kNoon + 5 * kYear);
    CHECK(content.by == "ada");
    // Known values, so that the form cannot change without somebody noticing.
    CHECK(entry.contentHash == sha256(*entry.content));
    CHECK(evidenceLine(entry) == "vigie-evidence-1 1 2026-03-02T12:00:00Z captured " + std::to_string(id.value) + " " + entry.contentHash + " " + kEvidenceBegin);
    CHECK(sha256("vigie\n") == "39986681f88f34e1ec49588cdf9901d10a1192dd62bb9a455edb88d2bd62bc74");
    CHECK(entry.content->find("\"counts\":[{\"name\":\"likes\",\"status\":\"ok\",\"value\":12}]") != std::string::npos);
    // Once more: nothing is added.
    CHECK(capture(store, id).number == 1);
    CHECK(chain(store).size() == 1);
    CHECK_FALSE(verify(store).flaw);
}

TEST_CASE("edits and deletions of what is kept are added by themselves, counts are not", "[store][evidence]")
{
    test::TempStore store;
    connectTo(store, {});
    auto item = test::item("1", "the first words");
    const auto id = put(store, item), other = put(store, test::item("2", "not kept"));
    capture(store, id);
    item.metrics = {{"likes", 3, ValueStatus::Ok}};
    item.fetchedAt += std::chrono::minutes(1);
    put(store, item);
    CHECK(chain(store).size() == 1);
    item.text = "the second words";
    item.fetchedAt += std::chrono::minutes(1);
    put(store, item);
    put(store, item);
    store.clock.advance(std::chrono::hours(1));
    store.write([&](Tx &tx) { return Items(tx).setState(id, ItemState::DeletedByAuthor); });
    store.write([&](Tx &tx) { return Items(tx).setState(other, ItemState::DeletedByAuthor); });
    const auto entries = chain(store);
    REQUIRE(entries.size() == 3);
    CHECK(entries[1].kind == EvidenceKind::Edited);
    CHECK(said(entries[1]).item.text == "the second words");
    CHECK(entries[1].previous == entries[0].hash);
    CHECK(entries[2].kind == EvidenceKind::Deleted);
    CHECK(said(entries[2]).item.state == ItemState::DeletedByAuthor);
    CHECK(said(entries[2]).item.text == "the second words");
    CHECK(entries[2].at == test::kNoon + std::chrono::hours(1));
    const auto mark = store.read([&](Tx &tx) { return Evidence(tx).mark(id); });
    REQUIRE(mark);
    CHECK(mark->edited);
    CHECK(mark->deleted);
    CHECK(mark->versions == 3);
    CHECK_FALSE(store.read([&](Tx &tx) { return Evidence(tx).mark(other); }));
    const auto report = verify(store);
    CHECK_FALSE(report.flaw);
    CHECK(report.entries == 3);
    CHECK(report.contents == 3);
}

TEST_CASE("pictures are kept with their bytes, or with the reason why not", "[store][evidence]")
{
    test::TempStore store;
    connectTo(store, {});
    const std::string bytes("\x89PNG\0\xff\xfe bytes", 14);
    capture(store, put(store, pictured(test::item("1", "one"), "https://social.example/a.png")));
    capture(store, put(store, pictured(test::item("2", "two"), "https://social.example/b.png")));
    capture(store, put(store, pictured(test::item("3", "three"), "file:///etc/passwd")));
    fetchAll(store, bytes);
    auto entries = chain(store);
    REQUIRE(entries.size() == 5); // nothing was asked of the file
    const auto media = said(entries[3]);
    CHECK(media.kind == EvidenceKind::Media);
    CHECK(media.of == 1);
    CHECK(media.httpDate == "Mon, 02 Mar 2026 12:00:01 GMT");
    CHECK(media.size == 14);
    CHECK(entries[3].mediaHash == sha256(bytes));
    CHECK(store.read([&](Tx &tx) { return Evidence(tx).media(entries[3].mediaHash); }) == bytes);
    CHECK(verify(store).media == 2);

    capture(store, put(store, pictured(test::item("4", "four"), "https://social.example/c.png")));
    for (int i = 0; i < 5; ++i) {
        store.write([&](Tx &tx) -> Result<int> {
            VIGIE_TRY(const auto wanted, Evidence(tx).wanted(10));
            REQUIRE(wanted.size() == 1);
            VIGIE_CHECK(Evidence(tx).failedFor(wanted.front(), "no answer"));
            return 0;
        });
        CHECK(store.read([](Tx &tx) { return Evidence(tx).wanted(10); }).empty());
        store.clock.advance(std::chrono::hours(2));
    }
    entries = chain(store);
    CHECK(said(entries.back()).failure == "no answer");
    CHECK(entries.back().mediaHash.empty());
    CHECK_FALSE(verify(store).flaw);
}

TEST_CASE("the base itself refuses to change, delete or insert evidence", "[store][evidence]")
{
    test::TempStore store;
    connectTo(store, {});
    capture(store, put(store, pictured(test::item("1", "one"), "https://social.example/a.png")));
    fetchAll(store, "bytes");
    const auto refused = [&](const std::string &sql) {
        const auto done = store->writeNow<int>([&](Tx &tx) { return tx.session().guard([&] { tx.session().exec(sql); return 0; }); });
        INFO(sql);
        CHECK_FALSE(done);
    };
    refused("UPDATE evidence SET content='x'");
    refused("UPDATE evidence SET at=at+1");
    refused("UPDATE evidence SET content=NULL, erased_by=2, media_sha256=NULL, keep_until=NULL WHERE number=1"); // 2 is no erasure
    refused("DELETE FROM evidence");
    refused("REPLACE INTO evidence SELECT * FROM evidence WHERE number=1");
    refused("INSERT INTO evidence SELECT number+5, kind, at, item_id, content_sha256, sha256, sha256, content, NULL, NULL, NULL FROM evidence WHERE number=2");
    refused("UPDATE evidence_media SET bytes=x'00'");
    refused("DELETE FROM evidence_media");
    CHECK_FALSE(verify(store).flaw);
}

TEST_CASE("one changed byte anywhere is found, and the entry is named", "[store][evidence][property]")
{
    test::TempStore store;
    connectTo(store, {});
    auto item = pictured(test::item("1", "the first words"), "https://social.example/a.png");
    const auto id = put(store, item);
    capture(store, id);
    fetchAll(store, "the bytes of a picture");
    item.text = "the second words";
    item.fetchedAt += std::chrono::minutes(1);
    put(store, item);
    const auto second = put(store, test::item("2", "to be erased"));
    capture(store, second);
    store.write([&](Tx &tx) { return Evidence(tx).erase(std::vector{second}, ErasureReason::RequestOfPerson, "letter of 2 March", "ada"); });
    capture(store, put(store, test::item("3", "the last")));
    REQUIRE(chain(store).size() == 6);
    REQUIRE_FALSE(verify(store).flaw);

    Sequence random(20261121);
    constexpr const char *kColumns[] = {"kind", "at", "item_id", "content_sha256", "previous_sha256", "sha256", "content", "media_sha256", "keep_until", "erased_by", "number"};
    const auto rows = chain(store);
    for (int round = 0; round < 150; ++round) {
        const auto row = static_cast<std::int64_t>(random.below(rows.size())) + 1;
        const std::string column = kColumns[random.below(std::size(kColumns))];
        std::string before;
        bool text = false, null = false;
        {
            Tamperer hand(store);
            const auto kind = hand.session().one<std::string>("SELECT typeof(" + column + ") FROM evidence WHERE number=?", row).value_or("");
            text = kind == "text";
            null = kind == "null";
            before = hand.session().one<std::string>("SELECT CAST(" + column + " AS TEXT) FROM evidence WHERE number=?", row).value_or("");
            if (null) {
                hand.exec("UPDATE evidence SET " + column + "=" + (column == "content" || column == "media_sha256" ? "'x'" : "7") + " WHERE number=?", row);
            } else if (text) {
                auto changed = before;
                changed[random.below(changed.size())] ^= static_cast<char>(1U << random.below(5));
                hand.exec("UPDATE evidence SET " + column + "=? WHERE number=?", changed, row);
            } else {
                hand.exec("UPDATE evidence SET " + column + "=" + column + "+? WHERE number=?", column == "number" ? 1000 : 1 + static_cast<int>(random.below(99)), row);
            }
        }
        const auto found = verify(store).flaw;
        INFO("row " << row << " column " << column);
        REQUIRE(found);
        // A number that moved is missed where it stood; the rest is named itself.
        CHECK(found->entry == row);
        Tamperer hand(store);
        if (column == "number")
            hand.exec("UPDATE evidence SET number=? WHERE number>=1000", row);
        else if (null)
            hand.exec("UPDATE evidence SET " + column + "=NULL WHERE number=?", row);
        else if (text)
            hand.exec("UPDATE evidence SET " + column + "=? WHERE number=?", before, row);
        else
            hand.exec("UPDATE evidence SET " + column + "=? WHERE number=?", std::stoll(before), row);
    }
    CHECK_FALSE(verify(store).flaw);
    {
        Tamperer hand(store);
        hand.exec("UPDATE evidence_media SET bytes=CAST('the bytes of a pictura' AS BLOB)");
    }
    CHECK(verify(store).flaw->kind == EvidenceFlawKind::Media);
    CHECK(verify(store).flaw->entry == 2);
    {
        Tamperer hand(store);
        hand.exec("DELETE FROM evidence_media");
    }
    CHECK(verify(store).flaw->kind == EvidenceFlawKind::MediaMissing);
}

TEST_CASE("a chain that was cut or made anew is told by the journal and by a head kept elsewhere", "[store][evidence]")
{
    test::TempStore store;
    connectTo(store, {});
    capture(store, put(store, test::item("1", "one")));
    const auto early = store.read([](Tx &tx) { return Evidence(tx).head(); });
    capture(store, put(store, test::item("2", "two")));
    const auto head = store.read([](Tx &tx) { return Evidence(tx).head(); });
    CHECK(head.number == 2);
    CHECK_FALSE(verify(store, head.hash).flaw);
    CHECK_FALSE(verify(store, early.hash).flaw); // it has grown since
    CHECK(verify(store, sha256("another")).flaw->kind == EvidenceFlawKind::Head);
    {
        Tamperer hand(store);
        hand.exec("DELETE FROM evidence WHERE number=2");
    }
    CHECK(verify(store).flaw == EvidenceFlaw{EvidenceFlawKind::Cut, 2, head.hash});
    CHECK(verify(store, head.hash).flaw->kind == EvidenceFlawKind::Head);
    {
        Tamperer hand(store);
        hand.exec("DELETE FROM audit WHERE detail=?", head.hash); // who also knows of the journal
    }
    CHECK_FALSE(verify(store).flaw);
    CHECK(verify(store, head.hash).flaw->kind == EvidenceFlawKind::Head);
}

TEST_CASE("erasing takes the words out of the file and leaves fact, time and reason", "[store][evidence]")
{
    test::TempStore store;
    connectTo(store, {});
    const auto id = put(store, pictured(test::item("1", "the quetzalcoatl affair"), "https://social.example/a.png"));
    const auto other = put(store, pictured(test::item("2", "something else"), "https://social.example/b.png"));
    const auto before = capture(store, id);
    capture(store, other);
    fetchAll(store, "axolotl bytes"); // the same picture in both
    CHECK(store.write([&](Tx &tx) { return Evidence(tx).erase(std::vector{id}, ErasureReason::RequestOfPerson, "letter of 2 March", "ada"); }) == 1);
    auto entries = chain(store);
    REQUIRE(entries.size() == 5);
    CHECK_FALSE(entries[0].content);
    CHECK(entries[0].hash == before.hash);
    CHECK(entries[0].erasedBy == 5);
    const auto reason = said(entries[4]);
    CHECK(reason.erased == std::vector<std::int64_t>{1, 3});
    CHECK(reason.reason == ErasureReason::RequestOfPerson);
    CHECK(reason.note == "letter of 2 March");
    CHECK(store.read([&](Tx &tx) { return Evidence(tx).media(entries[3].mediaHash); })); // the other item still needs it
    const auto report = verify(store);
    CHECK_FALSE(report.flaw);
    CHECK(report.erased == 2);
    CHECK_FALSE(store.read([&](Tx &tx) { return Evidence(tx).mark(id); }));
    CHECK(store.read([](Tx &tx) { return Evidence(tx).list({}); }).size() == 1);
    store.write([&](Tx &tx) { return Evidence(tx).erase(std::vector{other}, ErasureReason::Mistake, {}, "ada"); });
    CHECK_FALSE(verify(store).flaw);
    // The item itself is not evidence and stays; what was kept of it is not in the file any more.
    store.close();
    std::ifstream file(store.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    CHECK(bytes.find("axolotl") == std::string::npos);
    CHECK(bytes.find("\"text\":\"the quetzalcoatl affair\"") == std::string::npos);
    store.reopen();
    // Kept again later, it begins anew.
    CHECK(capture(store, id).number == 7);
    CHECK_FALSE(verify(store).flaw);
}

TEST_CASE("the end of the term erases, unless it was put off", "[store][evidence]")
{
    test::TempStore store;
    connectTo(store, {});
    const auto id = put(store, test::item("1", "one")), other = put(store, test::item("2", "two"));
    capture(store, id, keepFor(std::chrono::hours(24)));
    capture(store, other, keepFor(std::chrono::hours(24)));
    store.write([&](Tx &tx) -> Result<int> {
        VIGIE_CHECK(Evidence(tx).prolong(other, keepFor(kYear)));
        return 0;
    });
    const auto overdue = [&] { return store.write([](Tx &tx) { return Evidence(tx).eraseOverdue(100); }); };
    CHECK(overdue() == 0);
    store.clock.advance(std::chrono::hours(25));
    CHECK(overdue() == 1);
    CHECK(overdue() == 0);
    const auto entries = chain(store);
    CHECK(said(entries.back()).reason == ErasureReason::EndOfTerm);
    CHECK(said(entries.back()).by.empty());
    CHECK_FALSE(store.read([&](Tx &tx) { return Evidence(tx).mark(id); }));
    CHECK(store.read([&](Tx &tx) { return Evidence(tx).mark(other); })->keepUntil == test::kNoon + kYear);
    CHECK_FALSE(verify(store).flaw);
    CHECK_FALSE(store->writeNow<EvidenceEntry>([&](Tx &tx) { return Evidence(tx).capture(id, keepFor(std::chrono::hours(1))); })); // past
    CHECK_FALSE(store->writeNow<EvidenceEntry>([&](Tx &tx) { return Evidence(tx).capture(id, {test::kNoon + kYear, "", "", "ada"}); })); // no ground
}

TEST_CASE("the network's terms bound what is kept, unless somebody says why not", "[store][evidence][policy]")
{
    test::TempStore store;
    Policy policy;
    policy.keepFor = std::chrono::hours(24 * 30);
    policy.deletionSync = std::chrono::hours(24);
    connectTo(store, policy);
    const auto bound = put(store, test::item("1", "one")), free = put(store, test::item("2", "two"));
    const auto old = put(store, test::item("3", "three", test::kNoon - std::chrono::hours(24 * 40)));
    const auto refusal = [&](ItemId id) {
        const auto done = store->writeNow<EvidenceEntry>([&](Tx &tx) { return Evidence(tx).capture(id, keepFor(kYear)); });
        REQUIRE_FALSE(done);
        CHECK(done.error().code == Errc::PolicyRefused);
        return done.error().detail;
    };
    CHECK(refusal(old) == kRefusedTermOver);
    CHECK(said(capture(store, bound)).keep.until == test::kNoon + std::chrono::hours(24 * 30));
    CHECK(said(capture(store, free, keepFor(kYear, "complaint 17 filed"))).keep.until == test::kNoon + kYear);
    // Taken back by its author: within a day it goes here too, but not what a complaint was filed about.
    store.write([&](Tx &tx) { return Items(tx).setState(bound, ItemState::DeletedByAuthor); });
    store.write([&](Tx &tx) { return Items(tx).setState(free, ItemState::DeletedByAuthor); });
    store.clock.advance(std::chrono::hours(25));
    CHECK(store.write([](Tx &tx) { return Evidence(tx).eraseOverdue(100); }) == 1);
    CHECK(said(chain(store).back()).reason == ErasureReason::NetworkTerms);
    CHECK(store.read([&](Tx &tx) { return Evidence(tx).mark(free); })->deleted);
    CHECK(refusal(bound) == kRefusedTakenBack);
    // Leaving out words because the terms say so is no edit by anybody.
    store.clock.advance(std::chrono::hours(24 * 40));
    const auto before = chain(store).size();
    store.write([](Tx &tx) { return Retention(tx).dropOverdue(100); });
    CHECK(chain(store).size() == before);
    CHECK(said(store.read([&](Tx &tx) { return Evidence(tx).entries(free); }).front()).item.text == "two");
    CHECK_FALSE(verify(store).flaw);
}

TEST_CASE("ids only stay ids only, a person who is forgotten is not kept by habit", "[store][evidence][policy]")
{
    test::TempStore store;
    Policy policy;
    policy.persist = PersistRule::IdsOnly;
    connectTo(store, policy);
    const auto entry = capture(store, put(store, test::item("1", "the quetzalcoatl affair")));
    CHECK(said(entry).wordsLeftOut);
    CHECK(said(entry).item.text.empty());
    CHECK(said(entry).item.author.handle.empty());
    CHECK(said(entry).item.nativeId == "1");
    const auto other = put(store, test::byAuthor(test::item("2", "two"), "m2", "bob@social.example"));
    store.write([](Tx &tx) { return tx.session().guard([&] {
        tx.session().exec("INSERT INTO suppression(connector, instance, native_id, reason, added_at) VALUES('mastodon','https://social.example','m2','asked',0)");
        return 0;
    }); });
    const auto done = store->writeNow<EvidenceEntry>([&](Tx &tx) { return Evidence(tx).capture(other, keepFor(kYear)); });
    REQUIRE_FALSE(done);
    CHECK(done.error().detail == kRefusedForgotten);
    CHECK(capture(store, other, keepFor(kYear, "complaint 17 filed")).number == 2);
}

TEST_CASE("the list finds by words, by member and by what changed", "[store][evidence]")
{
    test::TempStore store;
    connectTo(store, {});
    auto first = test::item("1", "L'affaire Dubreuil");
    const auto id = put(store, first);
    capture(store, id);
    capture(store, put(store, test::byAuthor(test::item("2", "autre chose"), "m2", "bob@social.example")));
    first.text = "L'affaire est close";
    first.fetchedAt += std::chrono::minutes(1);
    put(store, first);
    const auto found = [&](const EvidenceFilter &filter) {
        std::vector<std::int64_t> numbers;
        for (const auto &one : store.read([&](Tx &tx) { return Evidence(tx).list(filter); }))
            numbers.push_back(one.mark.number);
        return numbers;
    };
    EvidenceFilter filter;
    CHECK(found(filter) == std::vector<std::int64_t>{2, 1});
    filter.words = "AFFAIRE close";
    CHECK(found(filter) == std::vector<std::int64_t>{1});
    filter.words = "bob";
    CHECK(found(filter) == std::vector<std::int64_t>{2});
    filter = {};
    filter.changedOnly = true;
    CHECK(found(filter) == std::vector<std::int64_t>{1});
    filter = {};
    filter.member = store.read([](Tx &tx) { return Members(tx).find("mastodon", "https://social.example", "m2"); });
    CHECK(found(filter) == std::vector<std::int64_t>{2});
    filter = {};
    filter.before = 2;
    CHECK(found(filter) == std::vector<std::int64_t>{1});
    CHECK(store.read([](Tx &tx) { return Audit(tx).list(10); }).front().action == "evidence.edited");
}

TEST_CASE("reading a hostile entry is refused, never more", "[store][evidence]")
{
    for (const auto *text : {"", "{", "[]", "null", "{\"format\":1}", "{\"format\":2,\"kind\":\"captured\"}", "{\"format\":1,\"kind\":\"other\"}", "\xff\xfe"})
        CHECK_FALSE(readEvidence(text));
    CHECK(readEvidence(R"({"format":1,"kind":"captured","item":{"media":[1,"x",{"url":3}],"text":7,"counts":{"a":1}}})")->item.text.empty());
    CHECK_FALSE(readEvidence(std::string(100'000, '[')));
}
