// SPDX-License-Identifier: GPL-3.0-or-later
// The archive for a lawyer: whole or not there, the same bytes each time, verified by common tools and by us, and text stays text.
#include "insight/evidence_pages.hpp"
#include "insight/zip.hpp"
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/base/digest.hpp>
#include <vigie/base/random.hpp>
#include <vigie/insight/evidence_export.hpp>
#include <vigie/store/evidence.hpp>
#include <vigie/store/members.hpp>

#include <csignal>
#include <fstream>
#include <iterator>
#include <map>
#include <sys/wait.h>
#include <unistd.h>

using namespace vigie;
using namespace vigie::insight;
using vigie::store::Evidence;
using vigie::store::Tx;

namespace {

constexpr std::chrono::hours kYear{24 * 365};

ItemId put(test::TempStore &store, const Item &item)
{
    const std::vector<store::AnalysedItem> items{test::analysed(item)};
    return store.write([&](Tx &tx) { return store::Items(tx).store(items); }).front().id;
}

void allow(test::TempStore &store, const Policy &policy)
{
    Account account;
    account.connector = "mastodon";
    account.instance = "https://social.example";
    account.nativeId = "us";
    account.policy = policy;
    store.write([&](Tx &tx) { return store::Accounts(tx).save(account); });
}

void capture(test::TempStore &store, ItemId id, const std::string &despite = {})
{
    store.write([&](Tx &tx) { return Evidence(tx).capture(id, {test::kNoon + 5 * kYear, "defence of legal claims", despite, "ada"}); });
}

void fetchAll(test::TempStore &store, const std::string &bytes, const std::string &mime)
{
    store.write([&](Tx &tx) -> Result<int> {
        VIGIE_TRY(const auto wanted, Evidence(tx).wanted(100));
        for (const auto &one : wanted)
            VIGIE_CHECK(Evidence(tx).fetched(one, {bytes, mime, "Mon, 02 Mar 2026 12:00:01 GMT", {}, 200}));
        return 0;
    });
}

Item hostile()
{
    auto item = test::item("../../etc/passwd", std::string("<script>alert(1)</script> \u202Egpj.exe \x01\x1b[31m \u0085 'quoted' \"twice\" & nul:") + '\0' + "end");
    item.title = "</title><img src=x onerror=alert(2)>";
    item.warning = "<b>";
    item.permalink = "javascript:alert(3)";
    item.author.name = "<i>Eve</i>\u2066";
    item.author.profileUrl = "https://social.example/\"onmouseover=\"alert(4)";
    MediaRef media;
    media.url = "https://social.example/a.png?<x>";
    media.alt = "\"><script>";
    item.media.push_back(media);
    return item;
}

/// Three items: a hostile one with a picture, one that was edited and deleted, one that was erased.
void fill(test::TempStore &store)
{
    allow(store, {});
    capture(store, put(store, hostile()));
    fetchAll(store, "<svg onload=alert(5)>", "image/svg+xml");
    auto edited = test::item("2", "The car is red and fast.");
    const auto id = put(store, edited);
    capture(store, id);
    edited.text = "The car is blue and fast.";
    edited.fetchedAt += std::chrono::minutes(1);
    put(store, edited);
    store.write([&](Tx &tx) { return store::Items(tx).setState(id, ItemState::DeletedByAuthor); });
    const auto erased = put(store, test::item("3", "the quetzalcoatl affair"));
    capture(store, erased);
    store.write([&](Tx &tx) { return Evidence(tx).erase(std::vector{erased}, ErasureReason::RequestOfPerson, "letter of 2 March", "ada"); });
}

EvidenceExported exported(test::TempStore &store, const std::string &path, std::vector<ItemId> items = {})
{
    const auto plan = store.write([&](Tx &tx) { return planEvidenceExport(tx, items, "Europe/Paris"); });
    return store.read([&](Tx &tx) { return writeEvidenceExport(tx, plan, path, {}); });
}

std::string bytesOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::map<std::string, std::string> filesOf(const std::string &path)
{
    std::map<std::string, std::string> files;
    const auto read = readZip(path, [&](const std::string &name, ZipFile &bytes, double) -> Result<void> {
        auto &text = files[name];
        for (;;) {
            VIGIE_TRY(const auto block, bytes.next());
            if (block.empty())
                return {};
            text += block;
        }
    });
    REQUIRE(read);
    return files;
}

void pack(const std::string &path, const std::map<std::string, std::string> &files)
{
    auto zip = ZipWriter::create(path);
    REQUIRE(zip);
    for (const auto &[name, text] : files)
        REQUIRE(zip->add(name, text));
    REQUIRE(zip->finish());
}

/// The list made anew by whoever changed a file and knows how.
void listAnew(std::map<std::string, std::string> &files)
{
    std::string sums;
    for (const auto &[name, text] : files)
        if (name != "SHA256SUMS")
            sums += sha256(text) + "  " + name + '\n';
    files["SHA256SUMS"] = sums;
}

EvidenceReport verified(const std::string &path, const std::string &head = {})
{
    const auto report = verifyEvidenceFile(path, head, {});
    INFO((report ? std::string() : report.error().detail));
    REQUIRE(report);
    return *report;
}

int shell(const std::string &command)
{
    const int code = std::system(command.c_str());
    return WIFEXITED(code) ? WEXITSTATUS(code) : -1;
}

} // namespace

TEST_CASE("the archive is verified by common tools alone", "[insight][evidence]")
{
    test::TempStore store;
    fill(store);
    const auto zip = store.folder.file("out.zip");
    const auto done = exported(store, zip);
    CHECK(done.items == 2);
    CHECK(done.media == 1);
    const auto folder = store.folder.file("unpacked"), log = store.folder.file("log");
    REQUIRE(shell("command -v unzip sha256sum >/dev/null") == 0);
    REQUIRE(shell("unzip -q " + zip + " -d " + folder) == 0);
    CHECK(shell("cd " + folder + " && sha256sum --strict --quiet -c SHA256SUMS") == 0);
    CHECK(shell("cd " + folder + " && sh verify.sh >" + log) == 0);
    CHECK(bytesOf(log).find(done.head.hash) != std::string::npos);
    CHECK(shell("cd " + folder + " && sh verify.sh " + done.head.hash + " >" + log) == 0);
    CHECK(shell("cd " + folder + " && sh verify.sh " + sha256("another") + " >" + log) == 1);
    // As the readme says it.
    CHECK(shell("cd " + folder + " && test \"$(head -n 1 chain.txt | cut -d' ' -f2- | sha256sum | cut -c1-64)\" = \"$(head -n 1 chain.txt | cut -d' ' -f1)\"") == 0);
    CHECK(shell("cd " + folder + " && test \"$(sha256sum entries/000001.json | cut -c1-64)\" = \"$(head -n 1 chain.txt | cut -d' ' -f7)\"") == 0);
    // Who changes an entry and the list is found by the chain; who changes a page and the list is found by nobody but us.
    CHECK(shell("cd " + folder + " && sed -i s/blue/green/ entries/000004.json && sha256sum $(cut -c67- SHA256SUMS) > S && mv S SHA256SUMS && sh verify.sh >" + log) == 1);
    CHECK(bytesOf(log).find("entry 4") != std::string::npos);
    CHECK_FALSE(verified(zip, done.head.hash).flaw);
    CHECK(verified(zip).erased == 1);
}

TEST_CASE("the same chain gives the same bytes", "[insight][evidence]")
{
    test::TempStore store;
    fill(store);
    exported(store, store.folder.file("one.zip"));
    store.clock.advance(std::chrono::hours(30));
    ::setenv("TZ", "Asia/Tokyo", 1);
    ::tzset();
    exported(store, store.folder.file("two.zip"));
    ::unsetenv("TZ");
    ::tzset();
    CHECK(bytesOf(store.folder.file("one.zip")) == bytesOf(store.folder.file("two.zip")));
    CHECK(bytesOf(store.folder.file("one.zip")).size() > 1000);
}

TEST_CASE("what others wrote stays text in every page", "[insight][evidence]")
{
    test::TempStore store;
    fill(store);
    const auto zip = store.folder.file("out.zip");
    exported(store, zip);
    int pages = 0;
    for (const auto &[name, text] : filesOf(zip)) {
        INFO(name);
        CHECK(name.find("..") == std::string::npos);
        CHECK(name.find(".svg") == std::string::npos);
        if (name.find(".html") == std::string::npos)
            continue;
        ++pages;
        CHECK(text.find("<script") == std::string::npos);
        CHECK(text.find("onerror=alert(2)>") == std::string::npos);
        CHECK(text.find("<i>") == std::string::npos);
        CHECK(text.find("\"onmouseover") == std::string::npos);
        CHECK(text.find("href=\"javascript") == std::string::npos);
        CHECK(text.find("src=\"http") == std::string::npos);
        CHECK(text.find("\u202E") == std::string::npos);
        CHECK(text.find("\u2066") == std::string::npos);
        for (const char c : text)
            CHECK_FALSE((static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'));
    }
    CHECK(pages == 7);
    const auto page = filesOf(zip).at("en/item-000001.html");
    CHECK(page.find("&lt;script&gt;alert(1)&lt;/script&gt; [U+202E]gpj.exe [U+0001][U+001B][31m [U+0085]") != std::string::npos);
    CHECK(page.find("nul:[U+0000]end") != std::string::npos);
    const auto difference = filesOf(zip).at("en/item-000003.html");
    CHECK(difference.find("The car is <del title=\"removed\">[\u2212 red \u2212]</del><ins title=\"added\">[+ blue +]</ins> and fast.") != std::string::npos);
    CHECK(difference.find("deleted by its author") != std::string::npos);
    CHECK(filesOf(zip).at("fr/item-000003.html").find("supprim\u00e9 par son auteur") != std::string::npos);
    for (const auto &[name, text] : filesOf(zip)) {
        INFO(name);
        CHECK(text.find("quetzalcoatl") == std::string::npos); // erased
    }
    CHECK(filesOf(zip).at("en/index.html").find("letter of 2 March") != std::string::npos);
}

TEST_CASE("any changed byte of any file is found and named", "[insight][evidence][property]")
{
    test::TempStore store;
    fill(store);
    const auto zip = store.folder.file("out.zip"), changed = store.folder.file("changed.zip");
    const auto done = exported(store, zip);
    const auto files = filesOf(zip);
    Sequence random(4);
    for (int round = 0; round < 120; ++round) {
        auto copy = files;
        auto it = std::next(copy.begin(), static_cast<std::ptrdiff_t>(random.below(copy.size())));
        auto &text = it->second;
        text[random.below(text.size())] ^= static_cast<char>(1U << random.below(8));
        INFO(it->first);
        pack(changed, copy);
        const auto found = verified(changed).flaw;
        REQUIRE(found);
        if (it->first.rfind("entries/", 0) == 0)
            CHECK(found->entry == std::stoll(it->first.substr(8)));
        else if (it->first != "SHA256SUMS" && it->first != "chain.txt")
            CHECK(found->place == it->first);
        // With the list made anew: entries and chain by the chain, pages by their entries, pictures by their names.
        if (it->first == "SHA256SUMS" || it->first == "export.json")
            continue;
        listAnew(copy);
        pack(changed, copy);
        CHECK(verified(changed, done.head.hash).flaw);
    }
    for (const auto &[name, text] : files) {
        auto copy = files;
        copy.erase(name);
        INFO("without " << name);
        pack(changed, copy);
        CHECK(verified(changed).flaw);
        if (name == "SHA256SUMS")
            continue;
        listAnew(copy);
        pack(changed, copy);
        CHECK(verified(changed, done.head.hash).flaw);
    }
    auto more = files;
    more["fr/more.html"] = "slipped in";
    pack(changed, more);
    CHECK(verified(changed).flaw == EvidenceFlaw{EvidenceFlawKind::FileUnlisted, 0, "fr/more.html"});
    CHECK(verified(zip, sha256("another")).flaw->kind == EvidenceFlawKind::Head);
    CHECK_FALSE(verified(zip).flaw);
}

TEST_CASE("what is no archive of evidence is refused with words", "[insight][evidence]")
{
    test::TempFolder folder;
    CHECK(verifyEvidenceFile(folder.file("none.zip"), {}, {}).error().code == Errc::NotFound);
    std::ofstream(folder.file("text.zip")) << "no archive at all, but long enough to be looked at twice";
    CHECK(verifyEvidenceFile(folder.file("text.zip"), {}, {}).error().code == Errc::InvalidInput);
    pack(folder.file("other.zip"), {{"a.txt", "a"}});
    CHECK(verifyEvidenceFile(folder.file("other.zip"), {}, {}).error().code == Errc::InvalidInput);
    auto zip = ZipWriter::create(folder.file("no/such/folder.zip"));
    REQUIRE_FALSE(zip);
    CHECK(zip.error().code == Errc::NotFound);
}

TEST_CASE("random damage to the archive itself never passes for sound and never ends the program", "[insight][evidence][property]")
{
    test::TempStore store;
    fill(store);
    const auto zip = store.folder.file("out.zip"), changed = store.folder.file("changed.zip");
    exported(store, zip);
    const auto bytes = bytesOf(zip), sums = filesOf(zip).at("SHA256SUMS");
    Sequence random(9);
    int told = 0;
    for (int round = 0; round < 150; ++round) {
        auto copy = bytes;
        for (int n = 0; n < 1 + round % 4; ++n)
            copy[random.below(copy.size())] ^= static_cast<char>(1 + random.below(255));
        if (round % 10 == 0)
            copy.resize(random.below(copy.size()));
        std::ofstream(changed, std::ios::binary) << copy;
        const auto report = verifyEvidenceFile(changed, {}, {});
        if (!report || report->flaw) {
            ++told;
            continue;
        }
        CHECK(filesOf(changed).at("SHA256SUMS") == sums); // only what no reader looks at was changed
    }
    CHECK(told > 100);
}

TEST_CASE("an export that is stopped or killed leaves nothing half", "[insight][evidence]")
{
    test::TempStore store;
    fill(store);
    const auto path = store.folder.file("out.zip");
    const auto plan = store.write([&](Tx &tx) { return planEvidenceExport(tx, {}, "UTC"); });
    for (int after = 0; after < 12; after += 3) {
        int steps = 0;
        const auto stopped = store->readNow<EvidenceExported>([&](Tx &tx) { return writeEvidenceExport(tx, plan, path, [&](double) { return steps++ < after; }); });
        REQUIRE_FALSE(stopped);
        CHECK(stopped.error().code == Errc::Cancelled);
        CHECK_FALSE(std::filesystem::exists(path));
        CHECK_FALSE(std::filesystem::exists(path + ".part"));
    }
    std::ofstream(path) << "an older archive";
    store.close();
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        auto opened = store::Store::open(store.path(), store.clock, {});
        int steps = 0;
        if (opened)
            (void)(*opened)->readNow<EvidenceExported>([&](Tx &tx) {
                return writeEvidenceExport(tx, plan, path, [&](double) { return steps++ < 6 || ::kill(::getpid(), SIGKILL) != 0; });
            });
        ::_exit(0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    CHECK(bytesOf(path) == "an older archive");
    store.reopen();
    store.read([&](Tx &tx) { return writeEvidenceExport(tx, plan, path, {}); });
    CHECK_FALSE(verified(path).flaw);
    CHECK_FALSE(std::filesystem::exists(path + ".part"));
}

TEST_CASE("what a network forbids to pass on stays, unless it was said why", "[insight][evidence][policy]")
{
    test::TempStore store;
    Policy policy;
    policy.exports = ExportRule::NoMemberData;
    allow(store, policy);
    const auto held = put(store, test::item("1", "held back")), given = put(store, test::item("2", "passed on"));
    capture(store, held);
    capture(store, given, "complaint 17 filed");
    const auto plan = store.write([&](Tx &tx) { return planEvidenceExport(tx, {}, "UTC"); });
    CHECK(plan.items == std::vector{given});
    CHECK(plan.leftOut == std::vector{held});
    const auto path = store.folder.file("out.zip");
    store.read([&](Tx &tx) { return writeEvidenceExport(tx, plan, path, {}); });
    const auto files = filesOf(path);
    CHECK(files.count("entries/000001.json") == 0);
    CHECK(files.count("entries/000002.json") == 1);
    CHECK(files.at("README.txt").find("forbid to pass them on: 1") != std::string::npos);
    CHECK(files.at("chain.txt").find("vigie-evidence-1 1 ") != std::string::npos); // its line, without a word of it
    CHECK_FALSE(verified(path).flaw);
    CHECK(store->writeNow<EvidenceExport>([](Tx &tx) { return planEvidenceExport(tx, std::vector{ItemId{4711}}, "UTC"); }).error().code == Errc::NotFound);
}
