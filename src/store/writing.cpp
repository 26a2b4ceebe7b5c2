// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/writing.hpp>

#include "store/session.hpp"

#include <vigie/store/members.hpp>
#include <vigie/text/fold.hpp>

namespace vigie::store {

namespace {

constexpr std::size_t kLongestWord = 90;

} // namespace

Result<std::vector<std::string>> WritingHabits::words(const std::string &lang)
{
    auto &session = tx_.session();
    return session.guard([&] { return session.column<std::string>("SELECT word FROM dictionary_word WHERE lang=? OR lang='' ORDER BY word", lang); });
}

Result<std::vector<std::pair<std::string, std::string>>> WritingHabits::allWords()
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<std::pair<std::string, std::string>> out;
        session.each<std::string, std::string>("SELECT lang, word FROM dictionary_word ORDER BY word, lang", {},
                                               [&](std::string lang, std::string word) { out.emplace_back(std::move(lang), std::move(word)); });
        return out;
    });
}

Result<void> WritingHabits::addWord(const std::string &lang, const std::string &word)
{
    if (word.empty() || word.size() > kLongestWord || word.find_first_of(" \t\r\n") != std::string::npos)
        return fail(Errc::InvalidInput, "a dictionary takes one word at a time");
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("INSERT INTO dictionary_word(lang, word, added_at) VALUES(?,?,?) ON CONFLICT(lang, word) DO NOTHING", lang, word, tx_.now());
    });
}

Result<void> WritingHabits::removeWord(const std::string &lang, const std::string &word)
{
    auto &session = tx_.session();
    return session.guard([&] { session.exec("DELETE FROM dictionary_word WHERE lang=? AND word=?", lang, word); });
}

Result<text::HouseStyle> WritingHabits::style(const std::string &lang, AccountId account)
{
    text::HouseStyle style;
    VIGIE_TRY(style.words, words(lang));
    VIGIE_TRY(const auto accounts, Accounts(tx_).all());
    for (const auto &one : accounts)
        for (const auto &name : {one.name, one.handle})
            for (const auto &token : text::tokenize(name))
                style.words.push_back(name.substr(token.begin, token.end - token.begin));
    VIGIE_TRY(style.address, address(account));
    return style;
}

Result<text::Address> WritingHabits::address(AccountId account)
{
    auto &session = tx_.session();
    return session.guard([&] {
        const auto form = session.one<std::string>("SELECT form FROM house_address WHERE account_id=?", account);
        return form ? text::addressFrom(*form).value_or(text::Address::None) : text::Address::None;
    });
}

Result<void> WritingHabits::setAddress(AccountId account, text::Address form)
{
    auto &session = tx_.session();
    return session.guard([&] {
        if (form == text::Address::Tu || form == text::Address::Vous)
            session.exec("INSERT INTO house_address(account_id, form) VALUES(?,?) ON CONFLICT(account_id) DO UPDATE SET form=excluded.form", account, std::string(toString(form)));
        else
            session.exec("DELETE FROM house_address WHERE account_id=?", account);
    });
}

} // namespace vigie::store
