// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/ascii.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/tags.hpp>

#include "store/session.hpp"

#include <vigie/text/fold.hpp>

#include <array>

namespace vigie::store {

namespace {

/// Told apart by people who confuse red and green (Okabe and Ito 2008), used in turn.
constexpr std::array<const char *, 7> kColours = {"#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#999999"};

} // namespace

Result<std::vector<Tag>> Queries::tags()
{
    return tx_.session().guard([&] {
        std::vector<Tag> out;
        tx_.session().each<TagId, std::string, std::string>("SELECT id, name, colour FROM tag ORDER BY name_folded", {},
                                                            [&](TagId id, std::string name, std::string colour) {
                                                                out.push_back({id, std::move(name), std::move(colour)});
                                                            });
        return out;
    });
}

Result<TagId> Queries::ensureTag(const std::string &name)
{
    const std::string shown(trimmed(name));
    const auto folded = text::fold(shown);
    if (folded.empty())
        return fail(Errc::InvalidInput, "a tag needs a word");
    auto &session = tx_.session();
    return session.guard([&]() -> Result<TagId> {
        if (const auto known = session.one<TagId>("SELECT id FROM tag WHERE name_folded=?", folded))
            return *known;
        const auto count = session.one<std::size_t>("SELECT count(*) FROM tag").value_or(0);
        tx_.change().tags = true;
        return TagId{session.insert("INSERT INTO tag(name, name_folded, colour) VALUES(?,?,?)", shown, folded, kColours[count % kColours.size()])};
    });
}

Result<void> Queries::setTag(ItemId item, TagId tag, bool on)
{
    return Tags(tx_).put(item, tag, on, "person");
}

} // namespace vigie::store
