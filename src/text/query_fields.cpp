// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/query_fields.hpp"

#include <vigie/text/fold.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace vigie::text {

namespace {

using namespace std::string_view_literals;

struct FieldRow {
    QueryField field;
    const char *name;
    FieldShape shape = FieldShape::Value;
};
constexpr std::array kRows{
    FieldRow{QueryField::Network, "network"},       FieldRow{QueryField::Author, "author"},
    FieldRow{QueryField::Lang, "lang"},             FieldRow{QueryField::Sentiment, "sentiment"},
    FieldRow{QueryField::Has, "has"},               FieldRow{QueryField::Is, "is"},
    FieldRow{QueryField::Tag, "tag"},               FieldRow{QueryField::Status, "status"},
    FieldRow{QueryField::Connector, "connector"},   FieldRow{QueryField::Site, "site"},
    FieldRow{QueryField::Url, "url"},               FieldRow{QueryField::Link, "link"},
    FieldRow{QueryField::Member, "member"},         FieldRow{QueryField::List, "list"},
    FieldRow{QueryField::Known, "known"},           FieldRow{QueryField::Country, "country"},
    FieldRow{QueryField::Assignee, "assignee"},     FieldRow{QueryField::Sla, "sla"},
    FieldRow{QueryField::Answered, "answered"},     FieldRow{QueryField::Followers, "followers", FieldShape::Number},
    FieldRow{QueryField::Likes, "likes", FieldShape::Number},     FieldRow{QueryField::Replies, "replies", FieldShape::Number},
    FieldRow{QueryField::Reposts, "reposts", FieldShape::Number}, FieldRow{QueryField::Reach, "reach", FieldShape::Number},
    FieldRow{QueryField::Rating, "rating", FieldShape::Number},   FieldRow{QueryField::Since, "since", FieldShape::Time},
    FieldRow{QueryField::Until, "until", FieldShape::Time},       FieldRow{QueryField::Date, "date", FieldShape::Time},
    FieldRow{QueryField::Title, "title", FieldShape::Scope},      FieldRow{QueryField::Body, "body", FieldShape::Scope},
    FieldRow{QueryField::Quote, "quote", FieldShape::Scope},      FieldRow{QueryField::Raw, "raw", FieldShape::Exact},
    FieldRow{QueryField::Case, "case", FieldShape::Exact},        FieldRow{QueryField::Accent, "accent", FieldShape::Exact}};
constexpr auto kFields = [] {
    std::array<QueryField, kRows.size()> out{};
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = kRows[i].field;
    return out;
}();
// rowOf() counts on it.
static_assert([] {
    for (std::size_t i = 0; i < kRows.size(); ++i)
        if (static_cast<std::size_t>(kRows[i].field) != i)
            return false;
    return true;
}());
constexpr const FieldRow &rowOf(QueryField field) { return kRows[static_cast<std::size_t>(field)]; }

constexpr std::array kSentiments{"positive"sv, "negative"sv, "neutral"sv};
constexpr std::array kHas{"link"sv, "image"sv, "video"sv, "media"sv, "question"sv, "mention"sv, "tag"sv};
constexpr std::array kIs{"reply"sv, "repost"sv, "quote"sv, "original"sv, "review"sv, "ours"sv, "direct"sv, "edited"sv, "deleted"sv};
constexpr std::array kStatus{"none"sv, "new"sv, "open"sv, "waiting"sv, "done"sv, "ignored"sv, "snoozed"sv};
constexpr std::array kYesNo{"yes"sv, "no"sv};
constexpr std::array kSla{"late"sv, "soon"sv, "ok"sv};

struct Alias {
    std::string_view typed, meant;
};
// What people type instead, folded: French names, and the names other tools use.
constexpr std::array kFieldAliases{Alias{"reseau", "network"},   Alias{"source", "network"}, Alias{"auteur", "author"},
                                   Alias{"from", "author"},      Alias{"de", "author"},      Alias{"langue", "lang"},
                                   Alias{"language", "lang"},    Alias{"ton", "sentiment"},  Alias{"tonalite", "sentiment"},
                                   Alias{"tone", "sentiment"},   Alias{"avec", "has"},       Alias{"contient", "has"},
                                   Alias{"est", "is"},           Alias{"type", "is"},        Alias{"etiquette", "tag"},
                                   Alias{"label", "tag"},        Alias{"statut", "status"},  Alias{"etat", "status"},
                                   Alias{"domaine", "site"},     Alias{"domain", "site"},    Alias{"host", "site"},
                                   Alias{"adresse", "url"},      Alias{"links", "link"},     Alias{"lien", "link"},
                                   Alias{"membre", "member"},    Alias{"personne", "member"}, Alias{"liste", "list"},
                                   Alias{"connu", "known"},      Alias{"pays", "country"},   Alias{"assigned", "assignee"},
                                   Alias{"assigne", "assignee"}, Alias{"owner", "assignee"}, Alias{"delai", "sla"},
                                   Alias{"repondu", "answered"}, Alias{"abonnes", "followers"}, Alias{"jaime", "likes"},
                                   Alias{"favoris", "likes"},    Alias{"favs", "likes"},     Alias{"reponses", "replies"},
                                   Alias{"comments", "replies"}, Alias{"partages", "reposts"}, Alias{"shares", "reposts"},
                                   Alias{"retweets", "reposts"}, Alias{"portee", "reach"},   Alias{"note", "rating"},
                                   Alias{"etoiles", "rating"},   Alias{"stars", "rating"},   Alias{"depuis", "since"},
                                   Alias{"after", "since"},      Alias{"apres", "since"},    Alias{"jusque", "until"},
                                   Alias{"before", "until"},     Alias{"avant", "until"},    Alias{"titre", "title"},
                                   Alias{"headline", "title"},   Alias{"corps", "body"},     Alias{"texte", "body"},
                                   Alias{"content", "body"},     Alias{"quoted", "quote"},   Alias{"cite", "quote"},
                                   Alias{"brut", "raw"},         Alias{"exact", "raw"},      Alias{"casse", "case"},
                                   Alias{"accents", "accent"},   Alias{"handle", "author"},  Alias{"username", "author"},
                                   Alias{"platform", "network"}, Alias{"plateforme", "network"}, Alias{"connecteur", "connector"}};
constexpr std::array kSentimentAliases{Alias{"positif", "positive"}, Alias{"negatif", "negative"}, Alias{"neutre", "neutral"},
                                       Alias{"pos", "positive"},     Alias{"neg", "negative"}};
constexpr std::array kHasAliases{Alias{"lien", "link"},     Alias{"url", "link"},         Alias{"photo", "image"},
                                 Alias{"film", "video"},    Alias{"fichier", "media"},    Alias{"hashtag", "tag"},
                                 Alias{"etiquette", "tag"}, Alias{"motdiese", "tag"}};
constexpr std::array kIsAliases{Alias{"reponse", "reply"}, Alias{"partage", "repost"}, Alias{"relais", "repost"},
                                Alias{"boost", "repost"},  Alias{"citation", "quote"}, Alias{"avis", "review"},
                                Alias{"prive", "direct"},  Alias{"dm", "direct"},      Alias{"modifie", "edited"},
                                Alias{"supprime", "deleted"}, Alias{"nous", "ours"}};
constexpr std::array kStatusAliases{Alias{"aucun", "none"},   Alias{"nouveau", "new"}, Alias{"ouvert", "open"},
                                    Alias{"attente", "waiting"}, Alias{"fait", "done"}, Alias{"clos", "done"},
                                    Alias{"termine", "done"}, Alias{"ignore", "ignored"}, Alias{"reporte", "snoozed"}};
constexpr std::array kYesNoAliases{Alias{"oui", "yes"}, Alias{"true", "yes"}, Alias{"vrai", "yes"},
                                   Alias{"non", "no"},  Alias{"false", "no"}, Alias{"faux", "no"}};
constexpr std::array kSlaAliases{Alias{"retard", "late"}, Alias{"depasse", "late"}, Alias{"bientot", "soon"}, Alias{"breached", "late"}};
constexpr std::array kLangAliases{Alias{"french", "fr"},  Alias{"francais", "fr"}, Alias{"english", "en"},  Alias{"anglais", "en"},
                                  Alias{"german", "de"},  Alias{"allemand", "de"}, Alias{"spanish", "es"},  Alias{"espagnol", "es"},
                                  Alias{"italian", "it"}, Alias{"italien", "it"},  Alias{"dutch", "nl"},    Alias{"neerlandais", "nl"},
                                  Alias{"breton", "br"},  Alias{"portuguese", "pt"}, Alias{"portugais", "pt"}};

/// Optimal string alignment distance, given up beyond `limit`.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit)
{
    const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (gap > limit)
        return limit + 1;
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

std::span<const Alias> valueAliases(QueryField field)
{
    switch (field) {
    case QueryField::Sentiment: return kSentimentAliases;
    case QueryField::Has: return kHasAliases;
    case QueryField::Is: return kIsAliases;
    case QueryField::Status: return kStatusAliases;
    case QueryField::Lang: return kLangAliases;
    case QueryField::Known:
    case QueryField::Answered: return kYesNoAliases;
    case QueryField::Sla: return kSlaAliases;
    default: return {};
    }
}

FieldValue unknownValue(QueryField field, const std::string &typed)
{
    Nearest nearest(typed);
    for (const auto name : fieldValues(field))
        nearest.offer(name, name);
    for (const auto &alias : valueAliases(field))
        nearest.offer(alias.typed, alias.meant);
    return {QueryFault::UnknownValue, {}, nearest.meant()};
}

FieldValue readLang(std::string_view raw)
{
    // "fr-CA" asks for French: items carry the language alone.
    const auto code = compactName(raw.substr(0, raw.find_first_of("-_")));
    const bool plain = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (plain && (code.size() == 2 || code.size() == 3))
        return {QueryFault::None, code, {}};
    return unknownValue(QueryField::Lang, compactName(raw));
}

} // namespace

void Nearest::offer(std::string_view name, std::string_view meant)
{
    // A short name is near everything: half of it at least must be right.
    const auto found = distance(typed_, name, best_);
    if (found < best_ && found * 2 <= std::max(typed_.size(), name.size())) {
        best_ = found;
        meant_ = meant;
    }
}

const char *fieldName(QueryField field) noexcept
{
    return rowOf(field).name;
}

FieldShape fieldShape(QueryField field) noexcept
{
    return rowOf(field).shape;
}

std::span<const QueryField> allFields() noexcept
{
    return kFields;
}

std::span<const std::string_view> fieldValues(QueryField field) noexcept
{
    switch (field) {
    case QueryField::Sentiment: return kSentiments;
    case QueryField::Has: return kHas;
    case QueryField::Is: return kIs;
    case QueryField::Status: return kStatus;
    case QueryField::Known:
    case QueryField::Answered: return kYesNo;
    case QueryField::Sla: return kSla;
    default: return {};
    }
}

std::string compactName(std::string_view name)
{
    // ASCII needs no folding but of case, and names are ASCII nearly always.
    std::string folded;
    if (std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
        folded = name;
        for (auto &c : folded)
            if (c >= 'A' && c <= 'Z')
                c = static_cast<char>(c - 'A' + 'a');
    } else {
        folded = fold(name);
    }
    std::erase_if(folded, [](char c) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        return !kept;
    });
    return folded;
}

std::optional<QueryField> fieldFrom(std::string_view name)
{
    std::string lower(name);
    for (auto &c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    for (const auto field : kFields)
        if (lower == fieldName(field))
            return field;
    return std::nullopt;
}

std::string nearestField(std::string_view name)
{
    Nearest nearest(compactName(name));
    for (const auto field : kFields)
        nearest.offer(fieldName(field), fieldName(field));
    for (const auto &alias : kFieldAliases)
        nearest.offer(alias.typed, alias.meant);
    return nearest.meant();
}

FieldValue readFieldValue(QueryField field, std::string_view raw)
{
    switch (field) {
    case QueryField::Tag:
    case QueryField::List:
    case QueryField::Assignee: {
        auto value = fold(raw);
        return {value.empty() ? QueryFault::EmptyValue : QueryFault::None, std::move(value), {}};
    }
    case QueryField::Member: {
        // A person is found by handle, which may be a former one: kept as it is written, but for capitals.
        std::string value(raw);
        value.erase(0, std::min(value.find_first_not_of('@'), value.size()));
        for (auto &c : value)
            if (c >= 'A' && c <= 'Z')
                c = static_cast<char>(c - 'A' + 'a');
        return {compactName(value).empty() ? QueryFault::EmptyValue : QueryFault::None, std::move(value), {}};
    }
    case QueryField::Site:
    case QueryField::Url:
    case QueryField::Link: {
        auto value = urlKey(raw);
        const bool empty = compactName(value).empty();
        return {empty ? QueryFault::EmptyValue : QueryFault::None, std::move(value), {}};
    }
    default: break;
    }
    auto value = compactName(raw);
    if (value.empty())
        return {QueryFault::EmptyValue, {}, {}};
    if (field == QueryField::Lang)
        return readLang(raw);
    if (field == QueryField::Country && (value.size() != 2 || value.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos))
        return {QueryFault::UnknownValue, {}, {}};
    const auto known = fieldValues(field);
    if (!known.empty() && std::find(known.begin(), known.end(), value) == known.end())
        return unknownValue(field, value);
    return {QueryFault::None, std::move(value), {}};
}

} // namespace vigie::text
