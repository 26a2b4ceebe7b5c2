// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/spelling.hpp>

#include "text/typography_rules.hpp"

#include <hunspell/hunspell.hxx>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>
#include <set>

namespace vigie::text {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestWord = 90; ///< hunspell gives up beyond

/// One dictionary file; words go in and out in UTF-8, whatever it is written in.
class Dictionary {
public:
    explicit Dictionary(const std::string &stem) : hunspell_((stem + ".aff").c_str(), (stem + ".dic").c_str()), encoding_(hunspell_.get_dict_encoding()) {}

    bool knows(const std::string &word) { return hunspell_.spell(toTheirs(word)); }
    std::vector<std::string> suggest(const std::string &word)
    {
        auto found = hunspell_.suggest(toTheirs(word));
        if (!isUtf8())
            for (auto &one : found) {
                std::string utf8;
                icu::UnicodeString(one.data(), static_cast<int32_t>(one.size()), encoding_.c_str()).toUTF8String(utf8);
                one = std::move(utf8);
            }
        return found;
    }

private:
    [[nodiscard]] bool isUtf8() const { return encoding_ == "UTF-8"; }
    std::string toTheirs(const std::string &word) const
    {
        if (isUtf8())
            return word;
        const auto unicode = icu::UnicodeString::fromUTF8(word);
        std::string out(word.size() + 1, '\0');
        const auto size = unicode.extract(0, unicode.length(), out.data(), static_cast<uint32_t>(out.size()), encoding_.c_str());
        out.resize(static_cast<std::size_t>(std::max(size, 0)));
        return out;
    }

    Hunspell hunspell_;
    std::string encoding_;
};

std::vector<fs::path> dictionaryStems(const std::vector<std::string> &folders)
{
    std::vector<fs::path> stems;
    for (const auto &folder : folders) {
        std::error_code error;
        std::vector<fs::path> here;
        for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
            if (it->path().extension() == ".dic" && fs::exists(fs::path(it->path()).replace_extension(".aff"), error))
                here.push_back(fs::path(it->path()).replace_extension());
        std::sort(here.begin(), here.end());
        stems.insert(stems.end(), here.begin(), here.end());
    }
    return stems;
}

std::string languageOf(const fs::path &stem)
{
    const auto name = stem.filename().string();
    return name.substr(0, name.find_first_of("_-"));
}

/// Countries of one language often share a file: links to it are read once. English is two spellings, both right.
std::vector<std::string> filesOf(const std::vector<fs::path> &stems, std::string_view lang)
{
    std::vector<std::string> files;
    std::set<std::string> seen;
    for (const auto &stem : stems) {
        std::error_code error;
        const auto real = fs::canonical(fs::path(stem).replace_extension(".dic"), error);
        if (languageOf(stem) == lang && !error && seen.insert(real.string()).second)
            files.push_back(stem.string());
    }
    return files;
}

std::string lowered(std::string_view word)
{
    std::string out;
    icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<int32_t>(word.size()))).toLower().toUTF8String(out);
    return out;
}

bool hasDigit(std::string_view word)
{
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isCapitalised(std::string_view word)
{
    const auto first = icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<int32_t>(word.size()))).char32At(0);
    return u_isupper(first) != 0;
}

/// What stands before an apostrophe in French.
bool isElided(std::string_view folded)
{
    return isOneOf(folded, {"l", "d", "j", "n", "m", "t", "s", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "entr", "presqu"});
}

} // namespace

struct Speller::Impl {
    std::vector<fs::path> stems;
    std::mutex mutex;
    std::map<std::string, std::vector<std::unique_ptr<Dictionary>>, std::less<>> loaded;

    /// With the mutex held.
    Result<std::vector<std::unique_ptr<Dictionary>> *> of(std::string_view lang)
    {
        if (const auto known = loaded.find(lang); known != loaded.end())
            return &known->second;
        const auto files = filesOf(stems, lang);
        if (files.empty())
            return fail(Errc::NotFound, "there is no dictionary for this language");
        auto &dictionaries = loaded[std::string(lang)];
        for (const auto &file : files)
            dictionaries.push_back(std::make_unique<Dictionary>(file));
        return &dictionaries;
    }
};

std::vector<std::string> dictionaryFolders()
{
    const char *own = std::getenv("VIGIE_DICTIONARIES");
    std::string list = own != nullptr ? own : "/usr/share/hunspell:/usr/share/myspell/dicts:/usr/share/myspell";
    if (const char *home = std::getenv("XDG_DATA_HOME"); own == nullptr && home != nullptr)
        list = std::string(home) + "/hunspell:" + list;
    else if (const char *user = std::getenv("HOME"); own == nullptr && user != nullptr)
        list = std::string(user) + "/.local/share/hunspell:" + list;
    std::vector<std::string> folders;
    for (std::size_t at = 0; at <= list.size();) {
        const auto end = std::min(list.find(':', at), list.size());
        if (end > at)
            folders.push_back(list.substr(at, end - at));
        at = end + 1;
    }
    return folders;
}

Speller::Speller(std::vector<std::string> folders) : impl_(std::make_unique<Impl>())
{
    impl_->stems = dictionaryStems(folders);
}

Speller::~Speller() = default;

bool Speller::has(std::string_view lang) const
{
    return std::any_of(impl_->stems.begin(), impl_->stems.end(), [lang](const fs::path &stem) { return languageOf(stem) == lang; });
}

std::vector<std::string> Speller::languages() const
{
    std::set<std::string> names;
    for (const auto &stem : impl_->stems)
        names.insert(languageOf(stem));
    return {names.begin(), names.end()};
}

namespace {

using Dictionaries = std::vector<std::unique_ptr<Dictionary>>;

bool isKnown(Dictionaries &dictionaries, const std::set<std::string> &own, std::string_view given)
{
    constexpr std::string_view kTypographic = "\xE2\x80\x99";
    std::string word;
    for (std::size_t at = 0; at < given.size();) {
        const bool apostrophe = given.substr(at).starts_with(kTypographic);
        word.push_back(apostrophe ? '\'' : given[at]);
        at += apostrophe ? kTypographic.size() : 1;
    }
    return word.size() > kLongestWord || own.count(lowered(word)) > 0
           || std::any_of(dictionaries.begin(), dictionaries.end(), [&](const auto &dictionary) { return dictionary->knows(word); });
}

/// A number of letters that is no word of any language's: left alone.
bool isLeftAlone(std::string_view text, const Token &word)
{
    const auto raw = written(text, word);
    if (hasDigit(raw) || isAbbreviation(raw) || word.end - word.begin < 2)
        return true;
    return isCapitalised(raw) && !isAtStart(text, word); // a name
}

} // namespace

Result<std::vector<WritingFinding>> Speller::misspelt(std::string_view text, std::string_view lang, const std::vector<std::string> &known)
{
    const std::lock_guard lock(impl_->mutex);
    VIGIE_TRY(auto *dictionaries, impl_->of(lang));
    std::set<std::string> own;
    for (const auto &word : known)
        own.insert(lowered(word));
    const auto words = proseOf(text).words;
    std::vector<WritingFinding> findings;
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto last = i;
        while (last + 1 < words.size() && isApostrophe(between(text, words[last], words[last + 1])))
            ++last;
        const auto whole = text.substr(words[i].begin, words[last].end - words[i].begin);
        const auto first = std::exchange(i, last);
        if (last > first && isKnown(*dictionaries, own, whole))
            continue;
        for (auto at = first; at <= last; ++at) {
            const bool elided = at < last && isElided(words[at].word);
            const bool possessive = at > first && isOneOf(words[at].word, {"s", "ll", "re", "ve", "d", "m", "t"});
            if (!elided && !possessive && !isLeftAlone(text, words[at]) && !isKnown(*dictionaries, own, written(text, words[at])))
                findings.push_back({words[at].begin, words[at].end, WritingFault::Misspelt, {}, {}});
        }
    }
    return findings;
}

Result<std::vector<std::string>> Speller::suggest(const std::string &word, std::string_view lang)
{
    const std::lock_guard lock(impl_->mutex);
    VIGIE_TRY(auto *dictionaries, impl_->of(lang));
    std::vector<std::string> found;
    if (word.size() > kLongestWord)
        return found;
    for (const auto &dictionary : *dictionaries)
        for (auto &one : dictionary->suggest(word))
            if (std::find(found.begin(), found.end(), one) == found.end())
                found.push_back(std::move(one));
    return found;
}

} // namespace vigie::text
