// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/connect/file_import.hpp>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

using namespace vigie;
using namespace vigie::connect;

namespace {

class Folder {
public:
    Folder()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "vigie-import-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    std::string write(const std::string &name, const std::string &text) const
    {
        std::ofstream(path_ + "/" + name, std::ios::binary) << text;
        return path_ + "/" + name;
    }

private:
    std::string path_;
};

std::vector<Item> all(const std::string &path, const ImportMapping &mapping, std::vector<BadLine> &bad)
{
    auto reader = FileReader::open(path, mapping);
    REQUIRE(reader);
    std::vector<Item> items;
    for (;;) {
        auto some = (*reader)->next(3, bad);
        REQUIRE(some);
        if (some->empty())
            return items;
        for (auto &item : *some)
            items.push_back(std::move(item));
    }
}

} // namespace

TEST_CASE("a spreadsheet's CSV with French headings is understood by itself")
{
    const Folder folder;
    const auto path = folder.write("avis.csv", "\xEF\xBB\xBF" "Date;Auteur;Texte;Note;Lieu\r\n21/11/2026 10:42;Claire;\"Accueil froid, \"\"mais\"\" bien\nsitu\xc3\xa9\";2;Paris 11\r\n"
                                               "22/11/2026;Luc;Parfait;5;Lyon\r\n");
    const auto preview = previewFile(path);
    REQUIRE(preview);
    CHECK(preview->mapping.separator == ';');
    CHECK(preview->bad.empty());
    REQUIRE(preview->items.size() == 2);
    const auto &first = preview->items[0];
    CHECK(first.text == "Accueil froid, \"mais\" bien\nsitu\u00e9");
    CHECK(first.kind == ItemKind::Review);
    CHECK(*first.rating == Approx(0.4));
    CHECK(first.container == "Paris 11");
    CHECK(toRfc3339(first.publishedAt) == "2026-11-21T10:42:00Z");
    CHECK(preview->items[1].precision == TimePrecision::Day);
}

TEST_CASE("bad lines are told by number and reason, the good ones are kept")
{
    const Folder folder;
    const auto path = folder.write("m.csv", "id,text,date,author\n1,Bonjour,2026-11-21T10:00:00Z,a\n2,,2026-11-21T10:00:00Z,b\n3,Date fausse,31/02/2026,c\n"
                                            "4,bris\xff\xfe,2026-11-21,d\n5\n6,Fin,2026-11-21,e\n");
    auto preview = previewFile(path);
    REQUIRE(preview);
    std::vector<BadLine> bad;
    const auto items = all(path, preview->mapping, bad);
    CHECK(items.size() == 2);
    REQUIRE(bad.size() == 4);
    CHECK(bad[0].line == 3);
    CHECK(bad[0].reason == "no-text");
    CHECK(bad[1].line == 4);
    CHECK(bad[1].reason == "date");
    CHECK(bad[2].reason == "utf8");
    CHECK(bad[3].line == 6);
}

TEST_CASE("a quote that is never closed does not swallow the file in silence")
{
    const Folder folder;
    const auto path = folder.write("q.csv", "text,author\n\"never closed,x\nBonjour,y\n");
    auto preview = previewFile(path);
    REQUIRE(preview);
    REQUIRE(preview->bad.size() == 1);
    CHECK(preview->bad[0].reason == "unclosed-quote");
    CHECK(preview->bad[0].line == 2);
}

TEST_CASE("NDJSON by keys and pointers; lines that are no JSON are told")
{
    const Folder folder;
    const auto path = folder.write("m.ndjson", "{\"id\":12345678901234567890,\"text\":\"Un\",\"user\":{\"name\":\"Nina\"},\"created_at\":1795255200}\nnope\n{\"id\":2,\"text\":\"Deux\"}\n");
    auto preview = previewFile(path);
    REQUIRE(preview);
    auto mapping = preview->mapping;
    mapping.columns.push_back({"/user/name", ImportField::AuthorName});
    std::vector<BadLine> bad;
    const auto items = all(path, mapping, bad);
    REQUIRE(items.size() == 2);
    CHECK(items[0].nativeId == "12345678901234567890");
    CHECK(items[0].author.name == "Nina");
    CHECK(toRfc3339(items[0].publishedAt) == "2026-11-21T10:00:00Z");
    REQUIRE(bad.size() == 1);
    CHECK(bad[0].line == 2);
    CHECK(bad[0].reason == "json");
}

TEST_CASE("the same line is the same mention, and different lines are not")
{
    const Folder folder;
    const auto path = folder.write("m.tsv", "text\tauthor\tdate\nBonjour\ta\t2026-11-21\nBonjour\tb\t2026-11-21\nBonsoir\ta\t2026-11-21\n");
    auto preview = previewFile(path);
    REQUIRE(preview);
    CHECK(preview->mapping.format == FileFormat::Tsv);
    std::vector<BadLine> bad;
    const auto once = all(path, preview->mapping, bad), twice = all(path, preview->mapping, bad);
    REQUIRE(once.size() == 3);
    std::set<std::string> ids;
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(once[i].nativeId == twice[i].nativeId);
        ids.insert(once[i].nativeId);
    }
    CHECK(ids.size() == 3);
}

TEST_CASE("a mapping is kept as text, and one that is not understood is refused")
{
    ImportMapping mapping;
    mapping.name = "avis";
    mapping.separator = ';';
    mapping.zone = "Europe/Paris";
    mapping.columns = {{"Texte", ImportField::Text}, {"Date", ImportField::PublishedAt}};
    const auto back = ImportMapping::fromJson(mapping.toJson());
    REQUIRE(back);
    CHECK(back->toJson() == mapping.toJson());
    for (const auto *bad : {"[]", "{\"what\":1}", "{\"zone\":\"Mars/Phobos\"}", "{\"columns\":[{\"source\":\"a\",\"field\":\"soul\"}]}", "not json"})
        CHECK_FALSE(ImportMapping::fromJson(bad));
    CHECK(FileReader::open("/nowhere/at/all.csv", *back).error().code == Errc::NotFound);
    ImportMapping blind;
    blind.columns = {{"a", ImportField::Ignore}};
    CHECK(FileReader::open("/etc/hostname", blind).error().code == Errc::InvalidInput);
}

TEST_CASE("wall times without a zone are read in the mapping's zone")
{
    const Folder folder;
    const auto path = folder.write("z.csv", "text,date\nAvant,2026-07-14 12:00:00\nApr\xc3\xa8s,2026-12-14T12:00:00Z\n");
    auto preview = previewFile(path);
    REQUIRE(preview);
    auto mapping = preview->mapping;
    mapping.zone = "Europe/Paris";
    std::vector<BadLine> bad;
    const auto items = all(path, mapping, bad);
    REQUIRE(items.size() == 2);
    CHECK(toRfc3339(items[0].publishedAt) == "2026-07-14T10:00:00Z");
    CHECK(toRfc3339(items[1].publishedAt) == "2026-12-14T12:00:00Z");
}

TEST_CASE("what spreadsheets write: windows-1252 and UTF-16, told from the bytes")
{
    const Folder folder;
    const std::string latin = "Date;Auteur;Texte\r\n21/11/2026;Andr\xe9;Tr\xe8s d\xe9\xe7u, co\xfbteux \x80\r\n";
    const auto old = previewFile(folder.write("latin.csv", latin));
    REQUIRE(old);
    CHECK(old->encoding == "windows-1252");
    REQUIRE(old->items.size() == 1);
    CHECK(old->items[0].text == "Tr\u00e8s d\u00e9\u00e7u, co\u00fbteux \u20ac");
    CHECK(old->items[0].author.handle == "Andr\u00e9");
    const std::u16string wide = u"date\ttext\tauthor\r\n2026-11-21\tSuperbe \U0001F600 !\tZo\u00e9\r\n";
    for (const bool big : {false, true}) {
        std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
        for (const char16_t unit : wide) {
            const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
            bytes += big ? high : low;
            bytes += big ? low : high;
        }
        const auto preview = previewFile(folder.write("wide.txt", bytes));
        REQUIRE(preview);
        CHECK(preview->encoding == (big ? "utf-16be" : "utf-16le"));
        CHECK(preview->mapping.format == FileFormat::Tsv);
        REQUIRE(preview->items.size() == 1);
        CHECK(preview->items[0].text == "Superbe \U0001F600 !");
        CHECK(preview->items[0].author.handle == "Zo\u00e9");
    }
}

TEST_CASE("characters that straddle two stretches of a converted file stay whole")
{
    const Folder folder;
    std::string bytes = "\xFF\xFE";
    const auto put = [&](char16_t unit) { bytes += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)}; };
    for (const char16_t unit : std::u16string(u"text\n"))
        put(unit);
    constexpr int kLines = 9000;
    for (int line = 0; line < kLines; ++line) // seven units a line, so that stretches end inside of the pairs as well
        for (const char16_t unit : std::u16string(u"abc\U0001F600\u00e9\n"))
            put(unit);
    const auto path = folder.write("long.csv", bytes);
    const auto preview = previewFile(path);
    REQUIRE(preview);
    std::vector<BadLine> bad;
    const auto items = all(path, preview->mapping, bad);
    CHECK(bad.empty());
    REQUIRE(items.size() == kLines);
    for (const auto &item : items)
        REQUIRE(item.text == "abc\U0001F600\u00e9");
}

TEST_CASE("what is no text and what is one JSON list are refused with what to do")
{
    const Folder folder;
    std::string noise;
    for (int i = 0; i < 4000; ++i)
        noise += static_cast<char>(i * 7919 % 251);
    CHECK(previewFile(folder.write("photo.csv", noise)).error().code == Errc::InvalidInput);
    const auto list = previewFile(folder.write("list.json", "[\n {\"text\":\"a\"}]"));
    REQUIRE_FALSE(list);
    CHECK(list.error().detail.find("one object on each line") != std::string::npos);
}

TEST_CASE("NDJSON objects inside objects are proposed by what they are about")
{
    const Folder folder;
    const auto path = folder.write("x.ndjson", "{\"id\":\"7\",\"text\":\"Bonjour\",\"created_at\":\"2026-11-20T10:00:00+02:00\",\"user\":{\"id\":\"99\",\"name\":\"Zo\u00e9\","
                                                "\"screen_name\":\"zoe\"},\"public_metrics\":{\"like_count\":4,\"retweet_count\":2},\"a/b\":1}\n");
    const auto preview = previewFile(path);
    REQUIRE(preview);
    REQUIRE(preview->items.size() == 1);
    const auto &item = preview->items[0];
    CHECK(item.nativeId == "7");
    CHECK(item.author.handle == "zoe");
    CHECK(item.author.name == "Zo\u00e9");
    REQUIRE(item.metrics.size() == 2);
    CHECK(toRfc3339(item.publishedAt) == "2026-11-20T08:00:00Z");
}
