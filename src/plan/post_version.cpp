// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/post_version.hpp>

#include <vigie/base/digest.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace vigie::plan {

namespace {

using Json = nlohmann::json;
using What = VersionChange::What;

std::string nameOf(const OutboundMedia &media)
{
    return std::filesystem::path(media.path).filename().string();
}

const std::string &identityOf(const OutboundMedia &media)
{
    return media.sha256.empty() ? media.path : media.sha256;
}

std::vector<const PlanVariant *> byAccount(const PlanItem &plan)
{
    std::vector<const PlanVariant *> out;
    for (const auto &variant : plan.variants)
        out.push_back(&variant);
    std::sort(out.begin(), out.end(), [](const PlanVariant *a, const PlanVariant *b) { return a->account < b->account; });
    return out;
}

std::string dump(const Json &json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string textIn(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const PlanVariant *find(const PlanItem &plan, AccountId account)
{
    const auto found = std::find_if(plan.variants.begin(), plan.variants.end(), [account](const PlanVariant &one) { return one.account == account; });
    return found == plan.variants.end() ? nullptr : &*found;
}

void compareFiles(const PlanItem &before, const PlanItem &after, std::vector<VersionChange> &out)
{
    const auto in = [](const PlanItem &plan, const OutboundMedia &media) {
        return std::find_if(plan.media.begin(), plan.media.end(), [&](const OutboundMedia &one) { return identityOf(one) == identityOf(media); });
    };
    std::vector<std::string> stayedBefore, stayedAfter;
    for (const auto &media : before.media) {
        const auto there = in(after, media);
        if (there == after.media.end()) {
            out.push_back({What::FileRemoved, {}, nameOf(media), {}});
            continue;
        }
        stayedBefore.push_back(identityOf(media));
        if (there->alt != media.alt)
            out.push_back({What::FileAlt, {}, media.alt, there->alt});
    }
    for (const auto &media : after.media) {
        if (in(before, media) == before.media.end())
            out.push_back({What::FileAdded, {}, {}, nameOf(media)});
        else
            stayedAfter.push_back(identityOf(media));
    }
    if (stayedBefore != stayedAfter)
        out.push_back({What::FileOrder, {}, {}, {}});
}

void compareWords(const PlanItem &before, const PlanItem &after, std::vector<VersionChange> &out)
{
    if (before.text != after.text)
        out.push_back({What::Words, {}, before.text, after.text});
    for (const auto *variant : byAccount(before)) {
        const auto *there = find(after, variant->account);
        if (there == nullptr) {
            out.push_back({What::AccountRemoved, variant->account, {}, {}});
            continue;
        }
        const auto &was = wordsOf(before, *variant), &is = wordsOf(after, *there);
        if (was != is && (was != before.text || is != after.text))
            out.push_back({What::OwnWords, variant->account, was, is});
    }
    for (const auto *variant : byAccount(after))
        if (find(before, variant->account) == nullptr)
            out.push_back({What::AccountAdded, variant->account, {}, wordsOf(after, *variant)});
}

} // namespace

const std::string &wordsOf(const PlanItem &plan, const PlanVariant &variant)
{
    return variant.overridden ? variant.text : plan.text;
}

std::string contentHash(const PlanItem &plan)
{
    auto accounts = Json::array(), files = Json::array();
    for (const auto *variant : byAccount(plan))
        accounts.push_back({variant->account.value, wordsOf(plan, *variant)});
    for (const auto &media : plan.media)
        files.push_back({identityOf(media), media.mime, media.alt});
    return sha256("vigie-post-1\n" + dump(Json::array({accounts, plan.warning, toString(plan.visibility), plan.firstComment, files})));
}

Result<std::string> fileDigest(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(Errc::InvalidInput, "the file is not there: " + path);
    Sha256 digest;
    std::string piece(1U << 20, '\0');
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0)
        digest.add({piece.data(), static_cast<std::size_t>(file.gcount())});
    if (file.bad())
        return fail(Errc::InvalidInput, "the file cannot be read: " + path);
    return digest.hex();
}

Result<void> fillDigests(PlanItem &plan)
{
    for (auto &media : plan.media)
        if (media.sha256.empty()) {
            VIGIE_TRY(media.sha256, fileDigest(media.path));
        }
    return {};
}

std::string versionContent(const PlanItem &plan)
{
    auto accounts = Json::array(), files = Json::array();
    for (const auto *variant : byAccount(plan))
        accounts.push_back({{"account", variant->account.value}, {"own", variant->overridden}, {"text", variant->text}});
    for (const auto &media : plan.media)
        files.push_back({{"path", media.path}, {"mime", media.mime}, {"alt", media.alt}, {"sha256", media.sha256}});
    return dump({{"text", plan.text}, {"warning", plan.warning}, {"visibility", toString(plan.visibility)}, {"comment", plan.firstComment}, {"accounts", accounts}, {"media", files},
                 {"wall", plan.wall ? toString(*plan.wall) : ""}, {"zone", plan.zone}});
}

Result<PlanItem> contentOf(const PostVersion &version)
{
    const auto json = Json::parse(version.content, nullptr, false);
    if (!json.is_object())
        return fail(Errc::InvalidInput, "this version cannot be read");
    PlanItem plan;
    plan.id = version.plan;
    plan.text = textIn(json, "text");
    plan.warning = textIn(json, "warning");
    plan.visibility = visibilityFrom(textIn(json, "visibility"));
    plan.firstComment = textIn(json, "comment");
    plan.zone = textIn(json, "zone");
    if (const auto wall = parseWallTime(textIn(json, "wall")))
        plan.wall = *wall;
    for (const auto &one : json.value("accounts", Json::array())) {
        PlanVariant variant;
        variant.account = AccountId{one.value("account", std::int64_t{0})};
        variant.overridden = one.value("own", false);
        variant.text = textIn(one, "text");
        plan.variants.push_back(std::move(variant));
    }
    for (const auto &one : json.value("media", Json::array()))
        plan.media.push_back(OutboundMedia{textIn(one, "path"), textIn(one, "mime"), textIn(one, "alt"), textIn(one, "sha256"), {}});
    return plan;
}

std::vector<VersionChange> versionChanges(const PlanItem &before, const PlanItem &after)
{
    std::vector<VersionChange> out;
    compareWords(before, after, out);
    if (before.warning != after.warning)
        out.push_back({What::Warning, {}, before.warning, after.warning});
    if (before.firstComment != after.firstComment)
        out.push_back({What::FirstComment, {}, before.firstComment, after.firstComment});
    if (before.visibility != after.visibility)
        out.push_back({What::Visible, {}, toString(before.visibility), toString(after.visibility)});
    compareFiles(before, after, out);
    return out;
}

} // namespace vigie::plan
