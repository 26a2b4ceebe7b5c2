// SPDX-License-Identifier: GPL-3.0-or-later
// What this house writes its own way: words of its own, and tu or vous.
// Thread: inside a store job. Errors: Storage..., InvalidInput (a word of nothing or of several).
#pragma once

#include <vigie/store/store.hpp>
#include <vigie/text/proofread.hpp>

#include <string>
#include <utility>
#include <vector>

namespace vigie::store {

class WritingHabits {
public:
    explicit WritingHabits(Tx &tx) : tx_(tx) {}

    /// Right in this language; those of every language (lang "") included.
    Result<std::vector<std::string>> words(const std::string &lang);
    /// (language, word), by word.
    Result<std::vector<std::pair<std::string, std::string>>> allWords();
    Result<void> addWord(const std::string &lang, const std::string &word);
    Result<void> removeWord(const std::string &lang, const std::string &word);

    /// All of it, for what this account writes in a language; the names of the accounts are right, too.
    Result<text::HouseStyle> style(const std::string &lang, AccountId account);

    /// How an account addresses people in French; None: not decided.
    Result<text::Address> address(AccountId account);
    Result<void> setAddress(AccountId account, text::Address form);

private:
    Tx &tx_;
};

} // namespace vigie::store
