// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/answer_values.hpp"

#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/tickets.hpp>
#include <vigie/text/fold.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace vigie::desk {

namespace {

using Source = AnswerVariable::Source;

constexpr std::size_t kWordsBetween = 4; ///< "commande numero : 4582"

bool namesAnOrder(const std::string &word)
{
    static const std::array<const char *, 9> kWords{"commande", "order", "reference", "ref", "dossier", "ticket", "facture", "invoice", "colis"};
    return std::any_of(kWords.begin(), kWords.end(), [&word](const char *one) { return word == one; });
}

bool isNumberLike(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

/// The unbroken stretch around a word, "CMD-4582-FR", when it holds three digits and is no price or date.
std::string numberAround(std::string_view text, const text::Token &token)
{
    std::size_t begin = token.begin, end = token.end;
    while (begin > 0 && isNumberLike(text[begin - 1]))
        --begin;
    while (end < text.size() && isNumberLike(text[end]))
        ++end;
    const auto found = text.substr(begin, end - begin);
    const auto digits = std::count_if(found.begin(), found.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits >= 3 && found.size() <= 30 ? std::string(found) : std::string();
}

} // namespace

AnswerVariable::Source usualSource(std::string_view name)
{
    static const std::unordered_map<std::string, Source> kNames = {
        {"membre", Source::MemberName}, {"member", Source::MemberName}, {"nom", Source::MemberName}, {"name", Source::MemberName}, {"nom du membre", Source::MemberName},
        {"member name", Source::MemberName}, {"pseudo", Source::MemberHandle}, {"handle", Source::MemberHandle}, {"marque", Source::Brand}, {"brand", Source::Brand},
        {"date", Source::Today}, {"today", Source::Today}, {"aujourd hui", Source::Today}, {"commande", Source::OrderNumber}, {"order", Source::OrderNumber},
        {"numero de commande", Source::OrderNumber}, {"order number", Source::OrderNumber}, {"signature", Source::Me}, {"agent", Source::Me}, {"moi", Source::Me}, {"me", Source::Me}};
    auto folded = text::fold(name);
    std::replace(folded.begin(), folded.end(), '_', ' ');
    const auto found = kNames.find(folded);
    return found == kNames.end() ? Source::Ask : found->second;
}

std::string spelledDay(Instant at, const std::string &zone, const std::string &lang)
{
    static const std::array<const char *, 12> kFrench{"janvier", "f\xC3\xA9vrier", "mars", "avril", "mai", "juin", "juillet", "ao\xC3\xBBt", "septembre", "octobre", "novembre", "d\xC3\xA9" "cembre"};
    static const std::array<const char *, 12> kEnglish{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
    const auto wall = toWall(at, zone);
    if (!wall)
        return toRfc3339(at).substr(0, 10);
    const auto &months = lang == "fr" ? kFrench : kEnglish;
    const auto day = std::to_string(wall->day) + (lang == "fr" && wall->day == 1 ? "er" : "");
    return day + ' ' + months[static_cast<std::size_t>(wall->month - 1)] + ' ' + std::to_string(wall->year);
}

std::string orderNumberIn(std::string_view text)
{
    const auto tokens = text::tokenize(text);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const auto begin = tokens[at].begin;
        if (begin > 0 && text[begin - 1] == '#')
            if (auto found = numberAround(text, tokens[at]); !found.empty())
                return found;
        if (!namesAnOrder(tokens[at].word))
            continue;
        for (std::size_t next = at + 1; next < tokens.size() && next <= at + kWordsBetween; ++next)
            if (auto found = numberAround(text, tokens[next]); !found.empty())
                return found;
    }
    return {};
}

Result<void> VariableValues::load()
{
    if (std::exchange(loaded_, true) || !context_.ticket)
        return {};
    VIGIE_TRY(ticket_, store::Tickets(tx_).get(context_.ticket));
    if (ticket_.member) {
        VIGIE_TRY(const auto member, store::Members(tx_).get(ticket_.member));
        memberHandle_ = member.profile.handle;
        memberName_ = member.profile.name.empty() ? memberHandle_ : member.profile.name;
    }
    if (ticket_.account) {
        VIGIE_TRY(const auto account, store::Accounts(tx_).get(ticket_.account));
        brand_ = account.name.empty() ? account.handle : account.name;
    }
    return {};
}

Result<std::string> VariableValues::orderNumber()
{
    if (!ticket_.id)
        return std::string();
    VIGIE_TRY(auto items, store::Tickets(tx_).items(ticket_.id));
    std::sort(items.rbegin(), items.rend()); // newest first
    for (const auto id : items) {
        VIGIE_TRY(const auto item, store::Items(tx_).get(id));
        if (!item || item->ours || item->authorId != ticket_.member)
            continue;
        if (auto found = orderNumberIn(item->text); !found.empty())
            return found;
    }
    return std::string();
}

Result<std::string> VariableValues::of(Source source, const std::string &lang)
{
    VIGIE_CHECK(load());
    switch (source) {
    case Source::Ask: return std::string();
    case Source::MemberName: return memberName_;
    case Source::MemberHandle: return memberHandle_;
    case Source::Brand: return brand_;
    case Source::Today: return spelledDay(tx_.now(), context_.zone, lang);
    case Source::OrderNumber: return orderNumber();
    case Source::Me: return context_.person;
    }
    return std::string();
}

} // namespace vigie::desk
