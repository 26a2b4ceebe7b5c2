// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/bundle.hpp>

#include "desk/bundle_fields.hpp"

#include <vigie/base/digest.hpp>

#include <nlohmann/json.hpp>

namespace vigie::desk {

namespace {

using Json = nlohmann::json;

constexpr int kFormat = 1;
constexpr const char *kMagic = "vigie-bundle";

struct Bundle {
    std::string person;
    Instant madeAt;
    std::vector<store::ExchangeField> fields;
};

Result<Bundle> read(std::string_view bytes)
{
    const auto outer = Json::parse(bytes, nullptr, false);
    if (!outer.is_object() || outer.value("kind", Json()) != kMagic || !outer.value("format", Json()).is_number_integer())
        return fail(Errc::InvalidInput, "the file is no bundle");
    if (outer["format"].get<int>() > kFormat)
        return fail(Errc::SchemaTooNew, "the bundle was written by a newer Vigie");
    const auto payload = outer.value("payload", Json());
    if (!payload.is_string() || outer.value("sha256", Json()) != sha256(payload.get<std::string>()))
        return fail(Errc::Protocol, "the bundle is damaged: its digest does not hold");
    try {
        const auto inner = Json::parse(payload.get<std::string>());
        Bundle out;
        out.person = inner.at("person").get<std::string>();
        out.madeAt = fromMicros(inner.at("at").get<std::int64_t>());
        for (const auto &one : inner.at("fields"))
            out.fields.push_back({one.at("ticket").get<std::string>(), one.at("field").get<std::string>(), one.at("value").get<std::string>(),
                                  one.at("clock").get<store::VersionVector>(), one.at("author").get<std::string>(), true});
        return out;
    } catch (const Json::exception &) {
        return fail(Errc::InvalidInput, "the file is no bundle");
    }
}

} // namespace

Result<std::string> exportBundle(store::Tx &tx, const Exchanger &from)
{
    BundleFields fields(tx, from);
    VIGIE_CHECK(fields.refresh());
    auto array = Json::array();
    for (const auto &one : fields.all())
        array.push_back({{"ticket", one.ticket}, {"field", one.field}, {"value", one.value}, {"clock", one.clock}, {"author", one.author}});
    const Json inner{{"person", from.person}, {"at", toMicros(tx.now())}, {"fields", array}};
    const auto payload = inner.dump(-1, ' ', false, Json::error_handler_t::replace);
    const Json outer{{"kind", kMagic}, {"format", kFormat}, {"sha256", sha256(payload)}, {"payload", payload}};
    return outer.dump(1) + "\n";
}

Result<BundleOutcome> importBundle(store::Tx &tx, std::string_view bytes, const Exchanger &here)
{
    VIGIE_TRY(const auto bundle, read(bytes));
    BundleFields fields(tx, here);
    VIGIE_CHECK(fields.refresh());
    BundleOutcome out;
    out.person = bundle.person;
    out.madeAt = bundle.madeAt;
    for (const auto &theirs : bundle.fields) {
        VIGIE_TRY(const auto merged, fields.merge(theirs));
        out.taken += merged == BundleFields::Merged::Taken ? 1 : 0;
        out.known += merged == BundleFields::Merged::Known ? 1 : 0;
        out.waiting += merged == BundleFields::Merged::Waiting ? 1 : 0;
        out.conflicts += merged == BundleFields::Merged::Conflict ? 1 : 0;
    }
    VIGIE_CHECK(fields.apply());
    return out;
}

Result<std::vector<store::ExchangeConflict>> bundleConflicts(store::Tx &tx)
{
    return store::Exchange(tx).conflicts();
}

Result<void> resolveConflict(store::Tx &tx, const std::string &ticket, const std::string &field, bool takeTheirs, const Exchanger &here)
{
    BundleFields fields(tx, here);
    VIGIE_CHECK(fields.refresh());
    VIGIE_TRY(const auto all, store::Exchange(tx).conflicts());
    for (const auto &one : all)
        if (one.theirs.ticket == ticket && one.theirs.field == field) {
            VIGIE_CHECK(fields.decide(one.theirs, takeTheirs));
            return fields.apply();
        }
    return fail(Errc::NotFound, "no such conflict");
}

} // namespace vigie::desk
