// SPDX-License-Identifier: GPL-3.0-or-later
// The charter as text: what is written down, exported, edited elsewhere and taken in again.
#include <vigie/desk/charter.hpp>

#include <vigie/text/rich_text.hpp>
#include <vigie_embedded/charter_files.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace vigie::desk {

namespace {

using Json = nlohmann::json;

constexpr const char *kForm = "vigie-charter-1";
constexpr std::size_t kMostArticles = 200, kMostChecks = 100, kMostWords = 1000, kLongestWord = 200, kLongestText = 20'000;
constexpr int kMostLimit = 1'000'000;

Json both(const BothLanguages &words)
{
    return {{"fr", words.fr}, {"en", words.en}};
}

Json checkJson(const CharterCheck &check)
{
    Json out{{"kind", toString(check.kind)}};
    if (!check.lang.empty())
        out["lang"] = check.lang;
    if (!check.words.empty())
        out["words"] = check.words;
    if (!check.when.empty())
        out["when"] = check.when;
    if (check.limit != 0)
        out["limit"] = check.limit;
    return out;
}

auto wrong(const std::string &where, const std::string &what)
{
    return fail(Errc::InvalidInput, where + ": " + what);
}

Result<std::string> textAt(const Json &object, const char *key, const std::string &where)
{
    const auto found = object.find(key);
    if (found == object.end())
        return std::string();
    if (!found->is_string())
        return wrong(where, std::string(key) + " is no text");
    return found->get<std::string>();
}

Result<BothLanguages> bothAt(const Json &object, const char *key, const std::string &where)
{
    BothLanguages out;
    const auto found = object.find(key);
    if (found == object.end())
        return out;
    if (!found->is_object())
        return wrong(where, std::string(key) + " is not {\"fr\": ..., \"en\": ...}");
    VIGIE_TRY(out.fr, textAt(*found, "fr", where));
    VIGIE_TRY(out.en, textAt(*found, "en", where));
    return out;
}

Result<std::vector<std::string>> listAt(const Json &object, const char *key, const std::string &where)
{
    std::vector<std::string> out;
    const auto found = object.find(key);
    if (found == object.end())
        return out;
    if (!found->is_array())
        return wrong(where, std::string(key) + " is no list");
    for (const auto &one : *found) {
        if (!one.is_string())
            return wrong(where, std::string(key) + " holds something that is no text");
        out.push_back(one.get<std::string>());
    }
    return out;
}

Result<CharterCheck> checkFrom(const Json &object, const std::string &where)
{
    if (!object.is_object())
        return wrong(where, "a check is an object");
    CharterCheck out;
    VIGIE_TRY(const auto name, textAt(object, "kind", where));
    const auto kind = charterCheckKindFrom(name);
    if (!kind)
        return wrong(where, "no such kind of check: \"" + name + "\"");
    out.kind = *kind;
    VIGIE_TRY(out.lang, textAt(object, "lang", where));
    VIGIE_TRY(out.words, listAt(object, "words", where));
    VIGIE_TRY(out.when, listAt(object, "when", where));
    if (const auto limit = object.find("limit"); limit != object.end()) {
        if (!limit->is_number_integer() || *limit < 0 || *limit > kMostLimit)
            return wrong(where, "limit is no whole number from 0 to " + std::to_string(kMostLimit));
        out.limit = limit->get<int>();
    }
    return out;
}

Result<std::vector<CharterCheck>> checksFrom(const Json &value, const std::string &where)
{
    std::vector<CharterCheck> out;
    if (value.is_object()) {
        VIGIE_TRY(auto one, checkFrom(value, where));
        out.push_back(std::move(one));
        return out;
    }
    if (!value.is_array())
        return wrong(where, "checks are a list");
    for (const auto &one : value) {
        VIGIE_TRY(auto check, checkFrom(one, where));
        out.push_back(std::move(check));
    }
    return out;
}

Result<CharterArticle> articleFrom(const Json &object, std::size_t place)
{
    const auto where = "article " + std::to_string(place + 1) + " of the list";
    if (!object.is_object())
        return wrong(where, "an article is an object");
    CharterArticle out;
    const auto number = object.find("number");
    if (number == object.end() || !number->is_number_integer() || *number < 1 || *number > kMostLimit)
        return wrong(where, "it has no number");
    out.number = number->get<int>();
    VIGIE_TRY(out.title, bothAt(object, "title", where));
    VIGIE_TRY(out.text, bothAt(object, "text", where));
    if (const auto moderates = object.find("moderates"); moderates != object.end()) {
        if (!moderates->is_boolean())
            return wrong(where, "moderates is neither true nor false");
        out.moderates = moderates->get<bool>();
    }
    if (const auto checks = object.find("checks"); checks != object.end()) {
        VIGIE_TRY(out.checks, checksFrom(*checks, where));
    }
    return out;
}

Result<void> checkWords(const std::vector<std::string> &words, const std::string &where)
{
    if (words.size() > kMostWords)
        return wrong(where, "more than " + std::to_string(kMostWords) + " words in one check");
    for (const auto &word : words)
        if (word.empty() || word.size() > kLongestWord || text::cleanUtf8(word) != word)
            return wrong(where, "a word that is empty, too long or broken");
    return {};
}

bool asksForWords(CharterCheckKind kind)
{
    return kind == CharterCheckKind::Forbidden || kind == CharterCheckKind::Required;
}

Result<void> checkOne(const CharterCheck &check, const std::string &where)
{
    if (check.lang != "" && check.lang != "fr" && check.lang != "en")
        return wrong(where, "a check is for fr, en or both");
    VIGIE_CHECK(checkWords(check.words, where));
    VIGIE_CHECK(checkWords(check.when, where));
    if (asksForWords(check.kind) && check.words.empty())
        return wrong(where, std::string(toString(check.kind)) + " names no words");
    if (check.kind == CharterCheckKind::Address && (check.words.size() != 1 || (check.words[0] != "vous" && check.words[0] != "tu")))
        return wrong(where, "address is \"vous\" or \"tu\"");
    if (check.kind == CharterCheckKind::Delay && check.limit < 1)
        return wrong(where, "a delay is a number of minutes");
    return {};
}

} // namespace

std::string charterJson(const Charter &charter)
{
    Json out{{"form", kForm}, {"contact", both(charter.contact)}, {"articles", Json::array()}};
    for (const auto &article : charter.articles) {
        Json one{{"number", article.number}, {"title", both(article.title)}, {"text", both(article.text)}, {"moderates", article.moderates}, {"checks", Json::array()}};
        for (const auto &check : article.checks)
            one["checks"].push_back(checkJson(check));
        out["articles"].push_back(std::move(one));
    }
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string charterChecksJson(const std::vector<CharterCheck> &checks)
{
    auto out = Json::array();
    for (const auto &check : checks)
        out.push_back(checkJson(check));
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<std::vector<CharterCheck>> charterChecksFrom(std::string_view json)
{
    const auto value = Json::parse(json, nullptr, false);
    if (value.is_discarded())
        return wrong("checks", "this is no JSON");
    return checksFrom(value, "checks");
}

Result<Charter> charterFrom(std::string_view json)
{
    const auto value = Json::parse(json, nullptr, false);
    if (!value.is_object())
        return wrong("charter", "this is no JSON object");
    if (value.value("form", Json()) != kForm)
        return wrong("charter", std::string("its form is not \"") + kForm + "\"");
    Charter out;
    VIGIE_TRY(out.contact, bothAt(value, "contact", "charter"));
    const auto articles = value.find("articles");
    if (articles == value.end() || !articles->is_array())
        return wrong("charter", "it has no list of articles");
    for (std::size_t i = 0; i < articles->size(); ++i) {
        VIGIE_TRY(auto article, articleFrom((*articles)[i], i));
        out.articles.push_back(std::move(article));
    }
    std::stable_sort(out.articles.begin(), out.articles.end(), [](const CharterArticle &a, const CharterArticle &b) { return a.number < b.number; });
    VIGIE_CHECK(checkCharter(out));
    return out;
}

Result<void> checkCharter(const Charter &charter)
{
    if (charter.articles.size() > kMostArticles)
        return wrong("charter", "more than " + std::to_string(kMostArticles) + " articles");
    std::set<int> numbers;
    int last = 0;
    for (const auto &article : charter.articles) {
        const auto where = "article " + std::to_string(article.number);
        if (article.number < 1 || !numbers.insert(article.number).second)
            return wrong(where, "a number is positive and used once");
        if (article.number < last)
            return wrong(where, "articles stand in the order of their numbers");
        last = article.number;
        if (article.title.fr.empty() && article.title.en.empty())
            return wrong(where, "it has no title");
        for (const auto *words : {&article.title.fr, &article.title.en, &article.text.fr, &article.text.en})
            if (words->size() > kLongestText || text::cleanUtf8(*words) != *words)
                return wrong(where, "its words are too long or broken");
        if (article.checks.size() > kMostChecks)
            return wrong(where, "more than " + std::to_string(kMostChecks) + " checks");
        for (const auto &check : article.checks)
            VIGIE_CHECK(checkOne(check, where));
    }
    return {};
}

const Charter &startingCharter()
{
    static const Charter charter = [] {
        for (const auto &file : embedded::charter_files)
            if (std::string_view(file.name) == "start.json")
                return charterFrom(file.data).value_or(Charter{});
        return Charter{};
    }();
    return charter;
}

} // namespace vigie::desk
