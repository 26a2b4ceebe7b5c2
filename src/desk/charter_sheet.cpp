// SPDX-License-Identifier: GPL-3.0-or-later
// The charter for those who are moderated by it.
#include <vigie/base/html.hpp>
#include <vigie/desk/charter.hpp>
#include <vigie_embedded/charter_files.hpp>

#include <nlohmann/json.hpp>

namespace vigie::desk {

namespace {

using Json = nlohmann::json;

const Json &wordsIn(std::string_view lang)
{
    static const Json all = [] {
        for (const auto &file : embedded::charter_files)
            if (std::string_view(file.name) == "words.json")
                return Json::parse(std::string_view(file.data));
        return Json();
    }();
    return all.at(lang == "fr" ? "fr" : "en");
}

/// The sentence with its values; what stands in a value is never read as a place for another.
std::string sentence(const Json &words, const char *key, const std::vector<std::pair<std::string, std::string>> &values = {})
{
    const auto pattern = words.at(key).get<std::string>();
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        bool filled = false;
        for (const auto &[name, value] : values) {
            const auto place = "{" + name + "}";
            if (pattern.compare(at, place.size(), place) != 0)
                continue;
            out += value;
            at += place.size();
            filled = true;
            break;
        }
        if (!filled)
            out += pattern[at++];
    }
    return out;
}

/// Every sign that Markdown could read as more than itself.
std::string escapeMarkdown(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\`*_{}[]<>()#+-.!|~&").find(c) != std::string_view::npos)
            out += '\\';
        out += c == '\r' || c == '\n' ? ' ' : c;
    }
    return out;
}

class Page {
public:
    explicit Page(SheetForm form) : form_(form) {}
    void heading(int level, const std::string &words)
    {
        const auto n = std::to_string(level);
        if (html())
            out_ += "<h" + n + ">" + escapeHtml(words) + "</h" + n + ">\n";
        else
            out_ += std::string(static_cast<std::size_t>(level), '#') + " " + escapeMarkdown(words) + "\n\n";
    }
    void paragraph(const std::string &words)
    {
        if (words.empty())
            return;
        out_ += html() ? "<p>" + escapeHtml(words) + "</p>\n" : escapeMarkdown(words) + "\n\n";
    }
    void list(const std::vector<std::string> &lines)
    {
        out_ += html() ? "<ul>\n" : "";
        for (const auto &line : lines)
            out_ += html() ? "<li>" + escapeHtml(line) + "</li>\n" : "- " + escapeMarkdown(line) + "\n";
        out_ += html() ? "</ul>\n" : "\n";
    }
    [[nodiscard]] const std::string &text() const { return out_; }

private:
    [[nodiscard]] bool html() const { return form_ == SheetForm::Html; }
    SheetForm form_;
    std::string out_;
};

std::string wrapped(const std::string &body, const std::string &title, std::string_view lang)
{
    return "<!DOCTYPE html>\n<html lang=\"" + std::string(lang == "fr" ? "fr" : "en") + "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + escapeHtml(title)
           + "</title>\n<style>body{font-family:sans-serif;line-height:1.5;max-width:42em;margin:2em auto;padding:0 1em}</style>\n</head>\n<body>\n" + body + "</body>\n</html>\n";
}

} // namespace

std::string informationSheet(const Charter &charter, const SheetFacts &facts, std::string_view lang, SheetForm form)
{
    const auto &words = wordsIn(lang);
    Page page(form);
    const auto title = facts.house.empty() ? sentence(words, "title_alone") : sentence(words, "title", {{"house", facts.house}});
    page.heading(1, title);
    page.paragraph(sentence(words, "version", {{"version", std::to_string(facts.version)}, {"date", facts.date}}));
    page.paragraph(sentence(words, "intro"));
    page.heading(2, sentence(words, "articles"));
    for (const auto &article : charter.articles) {
        if (!article.moderates)
            continue; // how we write ourselves binds nobody else
        page.heading(3, std::to_string(article.number) + ". " + article.title.in(lang));
        page.paragraph(article.text.in(lang));
    }
    page.heading(2, sentence(words, "acts"));
    page.list(words.at("act_list").get<std::vector<std::string>>());
    page.paragraph(sentence(words, "back"));
    page.heading(2, sentence(words, "kept"));
    page.list({sentence(words, "kept_log"),
               facts.evidenceYears > 0 ? sentence(words, "kept_evidence", {{"years", std::to_string(facts.evidenceYears)}}) : sentence(words, "kept_evidence_open")});
    page.paragraph(sentence(words, "rights"));
    page.heading(2, sentence(words, "contest"));
    page.paragraph(charter.contact.in(lang));
    return form == SheetForm::Html ? wrapped(page.text(), title, lang) : page.text();
}

} // namespace vigie::desk
