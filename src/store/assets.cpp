// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/assets.hpp>

#include "store/session.hpp"

#include <algorithm>
#include <bit>

namespace vigie::store {

namespace {

constexpr const char *kSelect = "SELECT id, sha256, name, mime, bytes, width, height, duration_ms, frames, fingerprint, has_place, keep_place, alt_fr, alt_en, "
                                "no_words, credit, licence, expires_on, added_at, removed_at FROM asset";
constexpr int kShownOfText = 160;

std::vector<Asset> load(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<Asset> assets;
    session.each<AssetId, std::string, std::string, std::string, std::int64_t, int, int, int, int, std::int64_t, bool, bool, std::string, std::string, bool,
                 std::string, std::string, std::string, Instant, std::optional<Instant>>(
        kSelect + where, std::move(values),
        [&](AssetId id, std::string sha, std::string name, std::string mime, std::int64_t bytes, int width, int height, int duration, int frames,
            std::int64_t fingerprint, bool hasPlace, bool keepPlace, std::string altFr, std::string altEn, bool noWords, std::string credit,
            std::string licence, std::string expiresOn, Instant added, std::optional<Instant> removed) {
            Asset asset;
            asset.id = id;
            asset.sha256 = std::move(sha);
            asset.name = std::move(name);
            asset.mime = std::move(mime);
            asset.bytes = bytes;
            asset.width = width;
            asset.height = height;
            asset.durationMs = duration;
            asset.frames = frames;
            asset.fingerprint = static_cast<std::uint64_t>(fingerprint);
            asset.hasPlace = hasPlace;
            asset.keepPlace = keepPlace;
            asset.altFr = std::move(altFr);
            asset.altEn = std::move(altEn);
            asset.noWords = noWords;
            asset.credit = std::move(credit);
            asset.licence = std::move(licence);
            asset.expiresOn = std::move(expiresOn);
            asset.addedAt = added;
            asset.removedAt = removed;
            assets.push_back(std::move(asset));
        });
    return assets;
}

std::string likePattern(const std::string &words)
{
    std::string pattern = "%";
    for (const char c : words) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

} // namespace

Result<AssetId> Assets::add(const Asset &asset)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<AssetId> {
        if (const auto known = session.one<AssetId>("SELECT id FROM asset WHERE sha256=?", asset.sha256)) {
            session.exec("UPDATE asset SET removed_at=NULL WHERE id=?", *known);
            return *known;
        }
        return AssetId{session.insert("INSERT INTO asset(sha256, name, mime, bytes, width, height, duration_ms, frames, fingerprint, has_place, keep_place, alt_fr, "
                                      "alt_en, no_words, credit, licence, expires_on, added_at) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                                      asset.sha256, asset.name, asset.mime, asset.bytes, asset.width, asset.height, asset.durationMs, asset.frames,
                                      static_cast<std::int64_t>(asset.fingerprint), asset.hasPlace, asset.keepPlace, asset.altFr, asset.altEn, asset.noWords,
                                      asset.credit, asset.licence, asset.expiresOn, tx_.now())};
    });
}

Result<Asset> Assets::get(AssetId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<Asset> {
        auto found = load(session, " WHERE id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "no such file in the media library");
        return std::move(found.front());
    });
}

Result<std::optional<Asset>> Assets::byHash(const std::string &sha256)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::optional<Asset>> {
        auto found = load(session, " WHERE sha256=?", binds(sha256));
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

Result<std::vector<Asset>> Assets::of(const std::vector<OutboundMedia> &media)
{
    std::vector<AssetId> ids;
    for (const auto &one : media)
        if (one.asset)
            ids.push_back(one.asset);
    if (ids.empty())
        return std::vector<Asset>{};
    auto &session = tx_.session();
    return session.guard([&] { return load(session, " WHERE id IN (SELECT value FROM json_each(?))", binds(idList(ids))); });
}

Result<std::vector<Asset>> Assets::list(const std::string &words, int limit)
{
    auto &session = tx_.session();
    return session.guard([&] {
        if (words.empty())
            return load(session, " WHERE removed_at IS NULL ORDER BY added_at DESC, id DESC LIMIT ?", binds(limit));
        const auto like = likePattern(words);
        return load(session,
                    " WHERE removed_at IS NULL AND (name LIKE ? ESCAPE '\\' OR alt_fr LIKE ? ESCAPE '\\' OR alt_en LIKE ? ESCAPE '\\' OR credit LIKE ? ESCAPE '\\' "
                    "OR licence LIKE ? ESCAPE '\\') ORDER BY added_at DESC, id DESC LIMIT ?",
                    binds(like, like, like, like, like, limit));
    });
}

Result<std::vector<Asset>> Assets::alike(std::uint64_t fingerprint, AssetId except, int bits)
{
    if (fingerprint == 0)
        return std::vector<Asset>{};
    auto &session = tx_.session();
    return session.guard([&] {
        // Distances are counted here: a library of ten thousand pictures is ten thousand numbers.
        std::vector<std::pair<int, AssetId>> near;
        session.each<AssetId, std::int64_t>("SELECT id, fingerprint FROM asset WHERE removed_at IS NULL AND fingerprint<>0 AND id<>?", binds(except),
                                            [&](AssetId id, std::int64_t other) {
                                                const int differ = std::popcount(fingerprint ^ static_cast<std::uint64_t>(other));
                                                if (differ <= bits)
                                                    near.emplace_back(differ, id);
                                            });
        std::sort(near.begin(), near.end());
        std::vector<Asset> found;
        for (const auto &[differ, id] : near)
            for (auto &asset : load(session, " WHERE id=?", binds(id)))
                found.push_back(std::move(asset));
        return found;
    });
}

Result<void> Assets::describe(const Asset &asset)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        if (session.exec("UPDATE asset SET name=?, alt_fr=?, alt_en=?, no_words=?, credit=?, licence=?, expires_on=?, keep_place=? WHERE id=?", asset.name, asset.altFr,
                         asset.altEn, asset.noWords, asset.credit, asset.licence, asset.expiresOn, asset.keepPlace, asset.id)
            == 0)
            return fail(Errc::NotFound, "no such file in the media library");
        return {};
    });
}

Result<std::vector<AssetUse>> Assets::uses(AssetId id)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<AssetUse> uses;
        session.each<PlanId, std::string, std::optional<Instant>, bool>(
            "SELECT DISTINCT p.id, substr(p.text, 1, ?), p.due_at, EXISTS(SELECT 1 FROM plan_variant v JOIN outbound o ON o.id=v.outbound_id WHERE v.plan_id=p.id "
            "AND o.state IN ('sent', 'accepted')) FROM plan_media m JOIN plan_item p ON p.id=m.plan_id WHERE m.asset_id=? AND p.deleted_at IS NULL "
            "ORDER BY p.due_at DESC, p.id DESC",
            binds(kShownOfText, id), [&](PlanId plan, std::string text, std::optional<Instant> due, bool sent) { uses.push_back({plan, std::move(text), due, sent}); });
        return uses;
    });
}

Result<void> Assets::remove(AssetId id)
{
    VIGIE_TRY(const auto used, uses(id));
    if (std::any_of(used.begin(), used.end(), [](const AssetUse &use) { return !use.sent; }))
        return fail(Errc::Conflict, "a post that is not sent yet uses it");
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        if (session.exec("UPDATE asset SET removed_at=? WHERE id=? AND removed_at IS NULL", tx_.now(), id) == 0)
            return fail(Errc::NotFound, "no such file in the media library");
        return {};
    });
}

Result<void> Assets::bringBack(AssetId id)
{
    auto &session = tx_.session();
    return session.guard([&] { session.exec("UPDATE asset SET removed_at=NULL WHERE id=?", id); });
}

Result<std::vector<VariantBases::Row>> VariantBases::of(PlanId plan)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<Row> rows;
        session.each<AccountId, std::string>("SELECT account_id, text FROM plan_variant_base WHERE plan_id=?", binds(plan),
                                             [&](AccountId account, std::string text) { rows.push_back({account, std::move(text)}); });
        return rows;
    });
}

Result<void> VariantBases::seen(PlanId plan, AccountId account, const std::string &base)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("INSERT INTO plan_variant_base(plan_id, account_id, text) VALUES(?,?,?) ON CONFLICT(plan_id, account_id) DO UPDATE SET text=excluded.text", plan, account,
                     base);
    });
}

Result<void> VariantBases::saved(const PlanItem &plan)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("DELETE FROM plan_variant_base WHERE plan_id=? AND account_id NOT IN (SELECT account_id FROM plan_variant WHERE plan_id=? AND overridden=1)", plan.id,
                     plan.id);
        session.exec("INSERT INTO plan_variant_base(plan_id, account_id, text) SELECT v.plan_id, v.account_id, ? FROM plan_variant v WHERE v.plan_id=? AND v.overridden=1 "
                     "AND NOT EXISTS (SELECT 1 FROM plan_variant_base b WHERE b.plan_id=v.plan_id AND b.account_id=v.account_id)",
                     plan.text, plan.id);
    });
}

} // namespace vigie::store
