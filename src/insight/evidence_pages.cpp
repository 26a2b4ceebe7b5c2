// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/evidence_pages.hpp"

#include <vigie/base/html.hpp>
#include <vigie/base/utf8.hpp>
#include <vigie/text/difference.hpp>
#include <vigie_embedded/evidence_files.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace vigie::insight {

namespace {

using Words = nlohmann::json;

std::string_view embeddedFile(std::string_view name)
{
    for (const auto &file : embedded::evidence_files)
        if (name == file.name)
            return file.data;
    return {};
}

const Words &wordsOf(const std::string &language)
{
    static const Words all = Words::parse(embeddedFile("words.json"));
    return all.at(language);
}

std::string word(const Words &words, const std::string &key)
{
    const auto it = words.find(key);
    return it == words.end() ? pageText(key) : it->get<std::string>();
}

bool isWeb(std::string_view url)
{
    return url.rfind("https://", 0) == 0 || url.rfind("http://", 0) == 0;
}

std::string link(const std::string &url)
{
    const auto shown = pageText(url);
    return isWeb(url) && shown.find('[') == std::string::npos ? "<a rel=\"noreferrer noopener\" href=\"" + shown + "\">" + shown + "</a>" : shown;
}

std::string shownTime(Instant at, const std::string &zone)
{
    const auto wall = zone == "UTC" ? Result<WallTime>(fail(Errc::NotFound)) : toWall(at, zone);
    auto text = toRfc3339(at);
    if (wall) {
        auto local = toString(*wall);
        std::replace(local.begin(), local.end(), 'T', ' ');
        text = local + " (" + zone + "), " + text;
    }
    return pageText(text);
}

/// Rows of a table with two columns; rows without anything to say are left out.
class Rows {
public:
    explicit Rows(const Words &words) : words_(words) {}
    Rows &add(const char *key, const std::string &html)
    {
        if (!html.empty())
            out_ += "<tr><th scope=\"row\">" + word(words_, key) + "</th><td>" + html + "</td></tr>\n";
        return *this;
    }
    Rows &bidi(const char *key, const std::string &text) { return add(key, text.empty() ? text : "<bdi>" + pageText(text) + "</bdi>"); }
    [[nodiscard]] std::string table() const { return out_.empty() ? out_ : "<table>\n" + out_ + "</table>\n"; }

private:
    const Words &words_;
    std::string out_;
};

std::string page(const Words &words, const std::string &title, const std::string &nav, const std::string &body)
{
    return "<!DOCTYPE html>\n<html lang=\"" + word(words, "language") + "\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + title + "</title>\n<style>\n" + std::string(embeddedFile("style.css"))
           + "</style>\n</head>\n<body>\n<nav>" + nav + "</nav>\n<h1>" + title + "</h1>\n" + body + "</body>\n</html>\n";
}

std::string itemPage(std::int64_t first)
{
    return fmt::format("item-{:06}.html", first);
}

bool holdsWords(EvidenceKind kind)
{
    return kind == EvidenceKind::Captured || kind == EvidenceKind::Edited || kind == EvidenceKind::Deleted || kind == EvidenceKind::State;
}

std::string whole(const Item &item)
{
    return (item.title.empty() ? "" : item.title + "\n\n") + item.text;
}

std::string authorLine(const Author &author)
{
    auto line = author.name.empty() ? author.handle : author.handle.empty() ? author.name : author.name + " (" + author.handle + ")";
    return line.empty() ? author.nativeId : line;
}

std::string counts(const std::vector<MetricValue> &metrics)
{
    std::string out;
    for (const auto &metric : metrics)
        if (metric.status == ValueStatus::Ok || metric.status == ValueStatus::Estimated)
            out += (out.empty() ? "" : ", ") + pageText(metric.key) + fmt::format(": {:.15g}", metric.value);
    return out;
}

std::string referenceList(const Item &item)
{
    std::string out;
    for (const auto &ref : item.refs)
        out += (out.empty() ? "" : "<br>") + std::string(toString(ref.relation)) + ": " + (ref.relation == Relation::LinksTo ? link(ref.targetNative) : pageText(ref.targetNative));
    return out;
}

std::string differenceOf(const Words &words, const std::string &before, const std::string &after)
{
    if (before == after)
        return "<p>" + word(words, "no_words_changed") + "</p>\n";
    std::string out = "<h3>" + word(words, "difference") + "</h3>\n<blockquote dir=\"auto\">";
    for (const auto &piece : text::wordDifference(before, after)) {
        const auto shown = pageText(piece.text);
        if (piece.kind == text::DifferencePiece::Kind::Removed)
            out += "<del title=\"" + word(words, "removed") + "\">[\u2212 " + shown + " \u2212]</del>";
        else if (piece.kind == text::DifferencePiece::Kind::Added)
            out += "<ins title=\"" + word(words, "added") + "\">[+ " + shown + " +]</ins>";
        else
            out += shown;
    }
    return out + "</blockquote>\n";
}

std::string termRows(const Words &words, const EvidenceContent &said, const std::string &zone)
{
    Rows rows(words);
    if (said.setsTerm)
        rows.bidi("ground", said.keep.ground).add("until", shownTime(said.keep.until, zone)).bidi("despite", said.keep.despiteTerms);
    return rows.table() + (said.boundByTerms ? "<p>" + word(words, "bound") + "</p>\n" : "");
}

std::string itemRows(const Words &words, const Item &item, const std::string &zone)
{
    Rows rows(words);
    rows.bidi("author", authorLine(item.author)).add("profile", link(item.author.profileUrl)).add("said_on", shownTime(item.publishedAt, zone));
    if (item.editedAt)
        rows.add("edited_on", shownTime(*item.editedAt, zone));
    rows.add("fetched_on", shownTime(item.fetchedAt, zone)).bidi("network", item.connector + " - " + item.instance).bidi("place", item.container);
    rows.add("address", link(item.permalink)).bidi("identifier", item.nativeId).bidi("uri", item.uri == item.permalink ? std::string() : item.uri);
    rows.add("state", word(words, toString(item.state))).add("visibility", word(words, toString(item.visibility))).bidi("language_of", item.lang);
    if (item.rating)
        rows.add("rating", fmt::format("{:.3g}", *item.rating));
    return rows.add("counts", counts(item.metrics)).add("answers", referenceList(item)).table();
}

bool isPicture(const std::string &file)
{
    const auto ending = file.substr(file.rfind('.'));
    return ending == ".png" || ending == ".jpg" || ending == ".gif" || ending == ".webp";
}

std::string mediaSection(const Words &words, const SaidItem &item, const EvidenceContent &said)
{
    std::string alt;
    for (const auto &one : item)
        if (one.entry.number == said.of && said.position >= 0 && static_cast<std::size_t>(said.position) < one.said.item.media.size())
            alt = one.said.item.media[static_cast<std::size_t>(said.position)].alt;
    Rows rows(words);
    rows.add("media_of", std::to_string(said.of)).add("source_address", link(said.url)).bidi("alt", alt).bidi("media_failed", said.failure).bidi("http_date", said.httpDate);
    if (said.mediaHash.empty())
        return rows.table();
    const auto file = mediaFile(said.mediaHash, said.mime);
    rows.add("file", "<a href=\"../" + file + "\">" + file + "</a>").add("size", std::to_string(said.size));
    return rows.table() + (isPicture(file) ? "<p><img src=\"../" + file + "\" alt=\"" + pageText(alt) + "\"></p>\n" : "");
}

std::string section(const Words &words, const EvidenceBook &book, const SaidItem &item, const SaidEntry &one, const Item *before)
{
    const auto &[entry, said] = one;
    const auto kind = entry.kind == EvidenceKind::State ? "state_changed" : toString(entry.kind);
    std::string out = "<section>\n<h2>" + word(words, kind) + " \u2013 " + shownTime(entry.at, book.zone) + "</h2>\n";
    if (holdsWords(entry.kind)) {
        if (said.wordsLeftOut)
            out += "<p>" + word(words, "words_left_out") + "</p>\n";
        if (!said.item.warning.empty())
            out += "<p>" + word(words, "warning") + ": <bdi>" + pageText(said.item.warning) + "</bdi></p>\n";
        if (before == nullptr || whole(*before) != whole(said.item))
            out += "<h3>" + word(words, "text") + "</h3>\n<blockquote dir=\"auto\">" + pageText(whole(said.item)) + "</blockquote>\n";
        if (before != nullptr)
            out += differenceOf(words, whole(*before), whole(said.item));
        out += itemRows(words, said.item, book.zone);
    } else if (entry.kind == EvidenceKind::Media) {
        out += mediaSection(words, item, said);
    }
    out += termRows(words, said, book.zone);
    Rows proof(words);
    proof.add("by", said.by.empty() ? word(words, "machine") : "<bdi>" + pageText(said.by) + "</bdi>");
    proof.add("file", "<a href=\"../" + entryFile(entry.number) + "\">" + entryFile(entry.number) + "</a>");
    proof.add("content_hash", "<code>" + entry.contentHash + "</code>").add("hash", "<code>" + entry.hash + "</code>");
    return out + proof.table() + "</section>\n";
}

std::string itemHtml(const Words &words, const EvidenceBook &book, const SaidItem &item, const std::string &other)
{
    std::string body = "<p>" + word(words, "invisible") + "</p>\n";
    const Item *before = nullptr;
    for (const auto &one : item) {
        body += section(words, book, item, one, before);
        if (holdsWords(one.entry.kind))
            before = &one.said.item;
    }
    const auto name = itemPage(item.front().entry.number);
    return page(words, word(words, "item") + " " + std::to_string(item.front().entry.number) + " \u2013 " + pageText(authorLine(item.front().said.item.author)),
                "<a href=\"index.html\">" + word(words, "back") + "</a> \u00b7 <a href=\"../" + other + "/" + name + "\">" + word(words, "other") + "</a>", body);
}

std::string excerpt(const std::string &text)
{
    constexpr std::size_t kMost = 200;
    if (text.size() <= kMost)
        return text;
    return std::string(cutUtf8(text, kMost)) + "\u2026";
}

std::string listHtml(const Words &words, const EvidenceBook &book, const std::string &other)
{
    std::string body = "<p>" + word(words, "read_first") + "</p>\n<p>" + word(words, "chain_end") + ": " + word(words, "entry") + " " + std::to_string(book.head.number)
                       + ", " + shownTime(book.head.at, book.zone) + "<br><code>" + book.head.hash + "</code></p>\n";
    body += book.items.empty() ? "<p>" + word(words, "none") + "</p>\n" : "<table>\n<tr>";
    if (!book.items.empty()) {
        for (const auto *key : {"item", "author", "said_on", "text", "state", "versions", "kept_on"})
            body += "<th scope=\"col\">" + word(words, key) + "</th>";
        body += "</tr>\n";
    }
    for (const auto &item : book.items) {
        const auto &first = item.front();
        const SaidEntry *last = &first;
        int versions = 0;
        for (const auto &one : item)
            if (holdsWords(one.entry.kind)) {
                last = &one;
                ++versions;
            }
        body += "<tr><td><a href=\"" + itemPage(first.entry.number) + "\">" + std::to_string(first.entry.number) + "</a></td><td><bdi>" + pageText(authorLine(last->said.item.author))
                + "</bdi></td><td>" + shownTime(last->said.item.publishedAt, book.zone) + "</td><td dir=\"auto\">" + pageText(excerpt(whole(last->said.item))) + "</td><td>"
                + word(words, toString(last->said.item.state)) + "</td><td>" + std::to_string(versions) + "</td><td>" + shownTime(first.entry.at, book.zone) + "</td></tr>\n";
    }
    body += book.items.empty() ? "" : "</table>\n";
    if (!book.erasures.empty())
        body += "<h2>" + word(words, "erasures") + "</h2>\n";
    for (const auto &one : book.erasures) {
        std::string numbers;
        for (const auto number : one.said.erased)
            numbers += (numbers.empty() ? "" : ", ") + std::to_string(number);
        const auto reason = one.said.reason == ErasureReason::Other ? "other_reason" : toString(one.said.reason);
        body += Rows(words).add("erased", shownTime(one.entry.at, book.zone)).add("erased_entries", numbers).add("reason", word(words, reason)).bidi("note", one.said.note).table();
    }
    return page(words, word(words, "title"), "<a href=\"../" + other + "/index.html\">" + word(words, "other") + "</a>", body);
}

std::string filled(std::string text, const EvidenceBook &book, const std::string &leftOut)
{
    const auto put = [&text](const std::string &hole, const std::string &with) {
        if (const auto at = text.find(hole); at != std::string::npos)
            text.replace(at, hole.size(), with);
    };
    put("{{items}}", std::to_string(book.items.size()));
    put("{{number}}", std::to_string(book.head.number));
    put("{{at}}", toRfc3339(book.head.at));
    put("{{head}}", book.head.hash);
    put("{{left_out}}", book.leftOut > 0 ? leftOut + ": " + std::to_string(book.leftOut) + "\n" : "");
    return text;
}

} // namespace

std::string pageText(std::string_view words)
{
    const auto text = escapeHtml(words);
    const auto code = [](unsigned value) { return fmt::format("[U+{:04X}]", value); };
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const auto at = [&](std::size_t ahead) { return i + ahead < text.size() ? static_cast<unsigned char>(text[i + ahead]) : 0U; };
        if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) {
            out += code(c);
        } else if (c == 0xC2 && at(1) >= 0x80 && at(1) < 0xA0) { // C1
            out += code(at(1));
            i += 1;
        } else if (c == 0xD8 && at(1) == 0x9C) {
            out += code(0x061C);
            i += 1;
        } else if (c == 0xE2 && ((at(1) == 0x80 && (at(2) == 0x8B || (at(2) >= 0x8E && at(2) <= 0x8F) || (at(2) >= 0xA8 && at(2) <= 0xAE)))
                                 || (at(1) == 0x81 && at(2) >= 0xA0 && at(2) <= 0xAF))) {
            out += code(((c & 0x0FU) << 12U) | ((at(1) & 0x3FU) << 6U) | (at(2) & 0x3FU));
            i += 2;
        } else if (c == 0xEF && at(1) == 0xBB && at(2) == 0xBF) {
            out += code(0xFEFF);
            i += 2;
        } else {
            out += static_cast<char>(c);
        }
    }
    return out;
}

std::string entryFile(std::int64_t number)
{
    return fmt::format("entries/{:06}.json", number);
}

std::string mediaFile(const std::string &hash, const std::string &mime)
{
    static const std::map<std::string, std::string> kEndings{{"image/png", "png"}, {"image/jpeg", "jpg"}, {"image/gif", "gif"}, {"image/webp", "webp"},
                                                             {"video/mp4", "mp4"}, {"video/webm", "webm"}, {"audio/mpeg", "mp3"}, {"audio/ogg", "ogg"}};
    const auto it = kEndings.find(mime.substr(0, mime.find(';')));
    return "media/" + hash + '.' + (it == kEndings.end() ? "bin" : it->second);
}

bool eachEvidencePage(const EvidenceBook &book, const std::function<bool(const std::string &, const std::string &)> &give)
{
    for (const std::string language : kEvidenceLanguages) {
        const auto &words = wordsOf(language);
        const std::string other = language == "fr" ? "en" : "fr";
        if (!give(language + "/index.html", listHtml(words, book, other)))
            return false;
        for (const auto &item : book.items)
            if (!give(language + '/' + itemPage(item.front().entry.number), itemHtml(words, book, item, other)))
                return false;
    }
    const auto &french = wordsOf("fr"), &english = wordsOf("en");
    const auto both = "<p><a href=\"fr/index.html\" lang=\"fr\">" + word(english, "other") + "</a></p>\n<p><a href=\"en/index.html\" lang=\"en\">" + word(french, "other")
                      + "</a></p>\n<p>" + word(french, "read_first") + "</p>\n<p lang=\"en\">" + word(english, "read_first") + "</p>\n";
    return give("index.html", page(french, word(french, "title") + " \u2013 " + word(english, "title"), "", both))
           && give("LISEZ-MOI.txt", filled(std::string(embeddedFile("readme.fr.txt")), book, word(french, "left_out")))
           && give("README.txt", filled(std::string(embeddedFile("readme.en.txt")), book, word(english, "left_out")))
           && give("verify.sh", std::string(embeddedFile("verify.sh")));
}

} // namespace vigie::insight
