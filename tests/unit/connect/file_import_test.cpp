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
