// SPDX-License-Identifier: GPL-3.0-or-later
// media: the library of pictures and films
#include "cli/decision.hpp"
#include "cli/media_commands.hpp"

#include <vigie/app/composing.hpp>
#include <vigie/store/assets.hpp>

#include <cstdio>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;

struct Options {
    std::int64_t id = 0;
    std::string words, altFr, altEn, credit, licence, expires;
    std::vector<std::string> files;
    bool decoration = false;
};

Json describe(const Asset &asset)
{
    return {{"asset", asset.id.value}, {"name", asset.name}, {"mime", asset.mime}, {"bytes", asset.bytes}, {"width", asset.width}, {"height", asset.height},
            {"seconds", asset.durationMs / 1000}, {"alt_fr", asset.altFr}, {"alt_en", asset.altEn}, {"decoration", asset.noWords}, {"credit", asset.credit},
            {"licence", asset.licence}, {"until", asset.expiresOn}, {"place", asset.hasPlace}, {"sha256", asset.sha256}};
}

void print(const Asset &asset)
{
    std::printf("%6lld  %-32s %5d x %-5d %s\n", static_cast<long long>(asset.id.value), oneLine(asset.name, 32).c_str(), asset.width, asset.height,
                oneLine(asset.altFr.empty() ? asset.altEn : asset.altFr, 50).c_str());
}

int list(const Context &context, const Options &options)
{
    const auto assets = looked<std::vector<Asset>>(context, [&](store::Tx &tx, app::Workspace &) { return store::Assets(tx).list(options.words); });
    if (!assets)
        return context.failed(assets.error());
    auto array = Json::array();
    for (const auto &asset : *assets)
        array.push_back(describe(asset));
    context.print(array, [&] {
        for (const auto &asset : *assets)
            print(asset);
        if (assets->empty())
            std::printf("Nothing here.\n");
    });
    return kOk;
}

int add(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto taken = (*workspace)->composing().takeAndWait(
        options.files, [&](double share) { context.progress("copying: " + std::to_string(static_cast<int>(share * 100)) + " %"); }, Context::interrupted());
    context.progressDone();
    if (!taken)
        return context.failed(taken.error());
    auto array = Json::array();
    bool all = true;
    for (const auto &file : *taken) {
        all = all && !file.error;
        auto alike = Json::array();
        for (const auto &other : file.alike)
            alike.push_back(other.id.value);
        array.push_back({{"file", file.path}, {"asset", file.asset.id.value}, {"known", file.known}, {"alike", alike}, {"error", file.error ? errcName(file.error->code) : ""}});
    }
    context.print(array, [&] {
        for (const auto &file : *taken)
            if (file.error)
                std::fprintf(stderr, "%s was not added: %s\n", oneLine(file.path, 80).c_str(), oneLine(file.error->detail, 120).c_str());
            else
                print(file.asset);
    });
    return all ? kOk : kPartly;
}

int say(const Context &context, const Options &options)
{
    const auto said = decided<Asset>(context, "media", [&](store::Tx &tx, app::Workspace &) -> Result<Asset> {
        store::Assets assets(tx);
        VIGIE_TRY(auto asset, assets.get(AssetId{options.id}));
        const auto put = [](const std::string &given, std::string &into) {
            if (!given.empty())
                into = given;
        };
        put(options.altFr, asset.altFr);
        put(options.altEn, asset.altEn);
        put(options.credit, asset.credit);
        put(options.licence, asset.licence);
        put(options.expires, asset.expiresOn);
        asset.noWords = asset.noWords || options.decoration;
        if (!asset.expiresOn.empty())
            VIGIE_CHECK(parseRfc3339(asset.expiresOn));
        VIGIE_CHECK(assets.describe(asset));
        return asset;
    });
    if (!said)
        return context.failed(said.error());
    context.print(describe(*said), [&] { print(*said); });
    return kOk;
}

int uses(const Context &context, const Options &options)
{
    const auto found = looked<std::vector<store::AssetUse>>(context, [&](store::Tx &tx, app::Workspace &) -> Result<std::vector<store::AssetUse>> {
        store::Assets assets(tx);
        VIGIE_TRY(const auto asset, assets.get(AssetId{options.id}));
        return assets.uses(asset.id);
    });
    if (!found)
        return context.failed(found.error());
    auto array = Json::array();
    for (const auto &use : *found)
        array.push_back({{"plan", use.plan.value}, {"text", use.text}, {"due", use.due ? Json(toRfc3339(*use.due)) : Json(nullptr)}, {"sent", use.sent}});
    context.print(array, [&] {
        for (const auto &use : *found)
            std::printf("%6lld  %-9s %s\n", static_cast<long long>(use.plan.value), use.sent ? "published" : "planned", oneLine(use.text, 70).c_str());
        if (found->empty())
            std::printf("No post uses it.\n");
    });
    return kOk;
}

int remove(const Context &context, const Options &options)
{
    const auto gone = decided<Asset>(context, "media", [&](store::Tx &tx, app::Workspace &) -> Result<Asset> {
        store::Assets assets(tx);
        VIGIE_TRY(auto asset, assets.get(AssetId{options.id}));
        VIGIE_CHECK(assets.remove(asset.id));
        return asset;
    });
    if (!gone)
        return context.failed(gone.error());
    context.print(describe(*gone), [&] { std::printf("%s was taken out of the library.\n", oneLine(gone->name, 60).c_str()); });
    return kOk;
}

} // namespace

void addMediaCommands(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *media = app.add_subcommand("media", "pictures and films that posts use")->require_subcommand(1);
    auto *all = media->add_subcommand("list", "what is in the library");
    all->add_option("words", options->words, "in name, alternative texts, credit or licence");
    all->callback([&code, &context, options] { code = list(context, *options); });
    auto *more = media->add_subcommand("add", "copies files into the library; the same bytes are kept once");
    more->add_option("files", options->files)->required();
    more->callback([&code, &context, options] { code = add(context, *options); });
    auto *words = media->add_subcommand("say", "what a file shows, whose it is, until when it may be used");
    words->add_option("asset", options->id)->required();
    words->add_option("--alt-fr", options->altFr, "alternative text in French");
    words->add_option("--alt-en", options->altEn, "alternative text in English");
    words->add_option("--credit", options->credit, "who made it");
    words->add_option("--licence", options->licence, "under which it may be used");
    words->add_option("--until", options->expires, "last day of use, YYYY-MM-DD");
    words->add_flag("--decoration", options->decoration, "it needs no alternative text");
    words->callback([&code, &context, options] { code = say(context, *options); });
    auto *where = media->add_subcommand("uses", "posts that use a file");
    where->add_option("asset", options->id)->required();
    where->callback([&code, &context, options] { code = uses(context, *options); });
    auto *away = media->add_subcommand("remove", "takes a file out of the library; refused while a post that is not sent uses it");
    away->add_option("asset", options->id)->required();
    away->callback([&code, &context, options] { code = remove(context, *options); });
}

} // namespace vigie::cli
