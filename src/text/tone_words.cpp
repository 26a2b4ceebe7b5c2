// SPDX-License-Identifier: GPL-3.0-or-later
#include <text/tone_words.hpp>

#include <bit>
#include <charconv>

namespace vigie::text {

namespace {

constexpr float kStrong = 1.3F, kWeak = 0.7F;

std::uint64_t mixed(std::uint64_t hash)
{
    hash ^= hash >> 33U;
    hash *= 0xFF51AFD7ED558CCDULL;
    hash ^= hash >> 33U;
    return hash == 0 ? 1 : hash;
}

/// Takes the next word off the front of a list with spaces between.
std::string_view nextWord(std::string_view &list)
{
    const auto from = list.find_first_not_of(' ');
    if (from == std::string_view::npos) {
        list = {};
        return {};
    }
    const auto to = list.find(' ', from);
    const auto word = list.substr(from, to == std::string_view::npos ? to : to - from);
    list = to == std::string_view::npos ? std::string_view() : list.substr(to);
    return word;
}

ToneRole negates(std::uint8_t scope)
{
    ToneRole role;
    role.scope = scope;
    return role;
}

ToneRole boosts(float boost)
{
    ToneRole role;
    role.boost = boost;
    return role;
}

ToneRole with(bool ToneRole::*what)
{
    ToneRole role;
    role.*what = true;
    return role;
}

} // namespace

std::uint64_t toneHash(std::string_view word)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL; // FNV-1a
    for (const char c : word)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return mixed(hash);
}

std::uint64_t toneHash(std::uint64_t first, std::uint64_t second)
{
    return mixed(first * 0x9E3779B97F4A7C15ULL + second);
}

void ToneWords::read(std::string_view text)
{
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const auto colon = line.find(':');
        int tenths = 0;
        if (line.starts_with('#') || colon == std::string_view::npos
            || std::from_chars(line.data(), line.data() + colon, tenths).ptr != line.data() + colon)
            continue;
        auto words = line.substr(colon + 1);
        for (auto word = nextWord(words); !word.empty(); word = nextWord(words)) {
            const auto joint = word.find('_');
            put(joint == std::string_view::npos ? toneHash(word) : toneHash(toneHash(word.substr(0, joint)), toneHash(word.substr(joint + 1))),
                static_cast<float>(tenths) / 40.0F);
        }
    }
}

void ToneWords::grow()
{
    auto old = std::move(slots_);
    slots_.assign(std::max<std::size_t>(old.size() * 2, 1024), {0, 0.0F});
    mask_ = slots_.size() - 1;
    size_ = 0;
    for (const auto &[hash, strength] : old)
        if (hash != 0)
            put(hash, strength);
}

void ToneWords::put(std::uint64_t hash, float strength)
{
    if (size_ * 3 >= slots_.size())
        grow();
    auto at = static_cast<std::size_t>(hash) & mask_;
    while (slots_[at].first != 0 && slots_[at].first != hash)
        at = (at + 1) & mask_;
    if (slots_[at].first == 0)
        ++size_;
    slots_[at] = {hash, strength};
}

void ToneRoles::put(std::string_view words, const ToneRole &role)
{
    for (auto word = nextWord(words); !word.empty(); word = nextWord(words)) {
        const auto hash = toneHash(word);
        auto at = hash % slots_.size();
        while (slots_[at].first != 0 && slots_[at].first != hash)
            at = (at + 1) % slots_.size();
        if (slots_[at].first == 0)
            slots_[at] = {hash, role};
    }
}

ToneRoles ToneRoles::english()
{
    ToneRoles roles;
    roles.put("not no never none nobody nothing neither nor without cannot hardly barely dont cant wont isnt doesnt didnt wasnt arent couldnt wouldnt aint",
              negates(3));
    roles.put("don doesn didn isn aren wasn weren won can couldn shouldn wouldn hasn haven hadn ain", with(&ToneRole::takesNot));
    roles.put("very really so extremely absolutely totally super incredibly completely highly fucking freaking", boosts(kStrong));
    roles.put("slightly somewhat kinda bit rather fairly partly", boosts(kWeak));
    roles.put("but however", with(&ToneRole::turn));
    roles.put("irony sarcasm sarcastic", with(&ToneRole::irony));
    roles.put("i im my me mine ive ill we our us", with(&ToneRole::self));
    roles.put("lol haha hahaha hahahaha lmao rofl hehe", with(&ToneRole::laughter));
    return roles;
}

ToneRoles ToneRoles::french()
{
    ToneRoles roles;
    roles.put("pas jamais aucun aucune rien sans ni guere nullement", negates(3));
    roles.put("ne n", negates(4));
    roles.put("tres vraiment trop tellement super hyper ultra si totalement absolument franchement carrement completement grave vachement", boosts(kStrong));
    roles.put("peu assez plutot legerement moyennement", boosts(kWeak));
    roles.put("mais cependant pourtant toutefois", with(&ToneRole::turn));
    roles.put("ironie sarcasme ironique", with(&ToneRole::irony));
    roles.put("je j mon ma mes me m moi nous notre nos jai jsuis chui", with(&ToneRole::self));
    roles.put("mdr lol ptdr haha hahaha xptdr mdrr mdrrr hihi", with(&ToneRole::laughter));
    return roles;
}

} // namespace vigie::text
