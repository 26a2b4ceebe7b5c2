// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of tags: names that change keep what carries them, merges keep since when, and all of it can be taken back.
#include "store/session.hpp"
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/store/queries.hpp>
#include <vigie/store/tags.hpp>
#include <vigie/store/tickets.hpp>
#include <vigie/store/views.hpp>

using namespace vigie;
using namespace vigie::store;

namespace {

struct Place {
    test::TempStore store;

    ItemId item(const std::string &native, const std::string &text)
    {
        return store.write([&](Tx &tx) -> Result<ItemId> {
            const std::vector<AnalysedItem> given{test::analysed(test::item(native, text))};
            VIGIE_TRY(const auto stored, Items(tx).store(given));
            return stored.front().id;
        });
    }
    TagId tag(const std::string &name)
    {
        return store.write([&](Tx &tx) { return Queries(tx).ensureTag(name); });
    }
    void put(ItemId item, TagId tag)
    {
        store.write([&](Tx &tx) { return Queries(tx).setTag(item, tag, true); });
    }
    template <class Job>
    Result<int> act(Job job)
    {
        return store->writeNow<int>([&](Tx &tx) -> Result<int> {
            VIGIE_CHECK(Tickets(tx).beginChangeSet("tags"));
            Tags tags(tx);
            VIGIE_CHECK(job(tags));
            return 0;
        });
    }
    void undo()
    {
        store.write([](Tx &tx) { return Tickets(tx).undoLast(); });
    }
    std::vector<TagNode> tree()
    {
        return store.read([](Tx &tx) { return Tags(tx).tree(); });
    }
    std::string carried()
    {
        return store.read([](Tx &tx) {
            return tx.session().guard([&] {
                return tx.session()
                    .one<std::string>("SELECT coalesce(group_concat(item_id || ':' || tag_id || ':' || added_at), '') FROM"
                                      " (SELECT item_id, tag_id, added_at FROM item_tag ORDER BY item_id, tag_id)")
                    .value_or("");
            });
        });
    }
    std::string names()
    {
        std::string out;
        for (const auto &node : tree())
            out += std::string(static_cast<std::size_t>(node.depth), '>') + node.tag.name + " ";
        return out;
    }
};

} // namespace

TEST_CASE("tags stand in a tree without circles")
{
    Place place;
    const auto product = place.tag("Produit"), price = place.tag("Prix"), stock = place.tag("Rupture");
    CHECK(place.names() == "Prix Produit Rupture ");
    REQUIRE(place.act([&](Tags &tags) { return tags.move(price, product); }));
    REQUIRE(place.act([&](Tags &tags) { return tags.move(stock, price); }));
    CHECK(place.names() == "Produit >Prix >>Rupture ");
    const auto circle = place.act([&](Tags &tags) { return tags.move(product, stock); });
    REQUIRE_FALSE(circle);
    CHECK(circle.error().code == Errc::InvalidInput);
    REQUIRE(place.act([&](Tags &tags) { return tags.remove(price); }));
    CHECK(place.names() == "Produit >Rupture ");
    place.undo();
    CHECK(place.names() == "Produit >Prix >>Rupture ");
    place.undo();
    place.undo();
    CHECK(place.names() == "Prix Produit Rupture ");
}

TEST_CASE("a tag is told without its colour")
{
    Place place;
    const auto tag = place.tag("\xc3\x89" "cole");
    CHECK(shownMark(place.tree().front()) == "\xc3\x89" "c");
    REQUIRE(place.act([&](Tags &tags) { return tags.show(tag, "#112233", " \xf0\x9f\x9a\x8c" "xyz "); }));
    CHECK(shownMark(place.tree().front()) == "\xf0\x9f\x9a\x8cx");
    CHECK(place.tree().front().tag.colour == "#112233");
    CHECK_FALSE(place.act([&](Tags &tags) { return tags.show(tag, "red; background: url(x)", ""); }));
}

TEST_CASE("a new name is carried to whoever asks for the tag, and what carries it stays")
{
    Place place;
    const auto tag = place.tag("Livraison");
    const auto item = place.item("1", "Toujours rien");
    place.put(item, tag);
    const auto before = place.carried();
    const auto view = place.store.write([&](Tx &tx) -> Result<DeskViewId> {
        SavedQuery query;
        query.name = "Colis";
        query.source = "tag:livraison OR colis";
        VIGIE_CHECK(Queries(tx).save(query));
        DeskView wanted;
        wanted.name = "Colis";
        wanted.source = "NOT tag:\"livraison\" lang:fr";
        return DeskViews(tx).save(wanted);
    });
    place.tag("Prix");
    const auto taken = place.act([&](Tags &tags) { return tags.rename(tag, "prix "); });
    REQUIRE_FALSE(taken);
    CHECK(taken.error().code == Errc::Duplicate);
    REQUIRE(place.act([&](Tags &tags) { return tags.rename(tag, "Colis perdus"); }));
    CHECK(place.carried() == before);
    const auto sources = [&] {
        return place.store.read([&](Tx &tx) -> Result<std::string> {
            VIGIE_TRY(const auto queries, Queries(tx).all());
            VIGIE_TRY(const auto saved, DeskViews(tx).get(view));
            return queries.back().source + " | " + saved.source;
        });
    };
    CHECK(sources() == "tag:\"Colis perdus\" OR colis | NOT tag:\"Colis perdus\" lang:fr");
    place.undo();
    CHECK(sources() == "tag:livraison OR colis | NOT tag:\"livraison\" lang:fr");
    const auto history = place.store.read([&](Tx &tx) { return Tags(tx).history(tag); });
    REQUIRE(history.size() == 1);
    CHECK(history.front().from == "Livraison");
    CHECK(history.front().to == "Colis perdus");
}

TEST_CASE("merged tags keep since when, and come apart again")
{
    Place place;
    const auto from = place.tag("Livraisons"), into = place.tag("Livraison");
    const auto both = place.item("1", "un"), one = place.item("2", "deux");
    place.put(both, into);
    place.store.clock.advance(std::chrono::hours{1});
    place.put(both, from);
    place.put(one, from);
    const auto before = place.carried();
    place.store.clock.advance(std::chrono::hours{1});
    REQUIRE(place.act([&](Tags &tags) { return tags.merge(from, into); }));
    CHECK(place.names() == "Livraison ");
    CHECK(place.tree().front().items == 2);
    CHECK(place.carried().find(std::to_string(one.value) + ":" + std::to_string(into.value) + ":" + std::to_string(toMicros(test::kNoon + std::chrono::hours{1})))
          != std::string::npos);
    place.undo();
    CHECK(place.carried() == before);
    CHECK(place.names() == "Livraison Livraisons ");
}

TEST_CASE("tags are suggested from one's own habit, with the reason, and never put")
{
    Place place;
    const auto delivery = place.tag("Livraison"), price = place.tag("Prix");
    for (int i = 0; i < 6; ++i)
        place.put(place.item("d" + std::to_string(i), "where is my parcel number " + std::to_string(i)), delivery);
    for (int i = 0; i < 6; ++i)
        place.put(place.item("p" + std::to_string(i), "that costs too much, case " + std::to_string(i)), price);
    const auto asked = place.item("x", "My PARCEL never came");
    const auto before = place.carried();
    const auto hints = place.store.read([&](Tx &tx) { return Tags(tx).hints(asked, 3); });
    REQUIRE(hints.size() == 1);
    CHECK(hints.front().tag.id == delivery);
    CHECK(hints.front().word == "parcel");
    CHECK(hints.front().with == 6);
    CHECK(hints.front().of == 6);
    CHECK(place.carried() == before);
    place.put(asked, delivery);
    CHECK(place.store.read([&](Tx &tx) { return Tags(tx).hints(asked, 3); }).empty());
    const auto other = place.item("y", "Bonjour tout le monde");
    CHECK(place.store.read([&](Tx &tx) { return Tags(tx).hints(other, 3); }).empty());
}
